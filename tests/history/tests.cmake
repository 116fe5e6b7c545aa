writeback_test(history/runhistory LINK history Qt6::Sql)
