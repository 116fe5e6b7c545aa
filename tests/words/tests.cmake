foreach(source endtext errortext inputtext reporttext sourcetext statetext waitingtext)
    writeback_test(words/${source} LINK words)
endforeach()
