foreach(source database findings opening runcolumns runhistory runjournal schema)
    writeback_test(history/${source} LINK history)
endforeach()
