foreach(source
        batchtext endtext errortext findingtext inputtext regiontext reporttext sourcetext statetext steptext waitingtext)
    writeback_test(words/${source} LINK words)
endforeach()
