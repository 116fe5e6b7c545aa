foreach(source
        bandplan
        bandreader
        blockcutter
        blocksize
        differences
        endstate
        fetchsource
        gridrenewal
        guards
        recheck
        runreport
        sender
        settle
        sheetlock
        sourceproof
        targetreader
        verify
        writeplan)
    writeback_test(writeback/${source} LINK writeback)
endforeach()
foreach(source recheck settle verify)
    target_sources(tst_writeback_${source} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/support/memoryjournal.cpp)
endforeach()
