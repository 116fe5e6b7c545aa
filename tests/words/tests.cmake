foreach(source
        answertext batchtext changetext columnstext endtext errortext findingtext inputtext methodtext nowline optiontext placestext querytext recordtext regiontext reporttext reviewtext shapingtext
        sourcetext standingtext statetext steptext waitingtext whentext)
    writeback_test(words/${source} LINK words)
endforeach()
