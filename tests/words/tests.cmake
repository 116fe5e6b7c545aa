foreach(source endtext errortext inputtext reporttext sourcetext waitingtext)
    writeback_test(words/${source} LINK words)
endforeach()
