foreach(source
        answertext batchtext changetext columnstext diagnosistext endtext errortext findingtext handovertext inputtext methodtext noticetext nowline optiontext pasttext placestext querytext recordtext regiontext reporttext reviewtext scheduletext shapingtext
        sourcetext standingtext statetext steptext turntext waitingtext whentext)
    writeback_test(words/${source} LINK words)
endforeach()
target_compile_definitions(tst_words_scheduletext PRIVATE GOLDEN="${CMAKE_CURRENT_SOURCE_DIR}/words/golden")
