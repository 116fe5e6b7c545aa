foreach(source database datafacts findings opening pastentry runcolumns runhistory runjournal schedulelog schema steps)
    writeback_test(history/${source} LINK history)
endforeach()
# Read by a library that is not ours, and not the one that the product reads CSV with.
writeback_test(history/runexport LINK history sandbox)
