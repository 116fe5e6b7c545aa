foreach(source
        answertext batchtext changetext columnstext endtext errortext findingtext inputtext methodtext optiontext placestext querytext regiontext reporttext reviewtext shapingtext
        sourcetext statetext steptext waitingtext whentext)
    writeback_test(words/${source} LINK words)
endforeach()
