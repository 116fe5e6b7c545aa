foreach(source errortext reporttext sourcetext)
    writeback_test(words/${source} LINK words)
endforeach()
