foreach(source errortext reporttext)
    writeback_test(words/${source} LINK words)
endforeach()
