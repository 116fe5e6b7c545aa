foreach(source database findings opening runhistory runjournal schema)
    writeback_test(history/${source} LINK history)
endforeach()
