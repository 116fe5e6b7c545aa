foreach(source errortext inputtext reporttext sourcetext)
    writeback_test(words/${source} LINK words)
endforeach()
