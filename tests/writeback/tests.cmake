foreach(source
        bandplan
        bandreader
        blockcutter
        blocksize
        compose
        datafacts
        differences
        endstate
        existinggrid
        fetchsource
        fetchsource_query
        gridrenewal
        guardreadings
        guards
        inspect
        journal
        leftvalues
        recheck
        review
        runreport
        scalecheck
        sender
        settle
        sheetlock
        sincelastrun
        sourceproof
        stepprogress
        targetreader
        update
        verify
        writeplan
        writtencells)
    writeback_test(writeback/${source} LINK writeback)
endforeach()
foreach(source compose guardreadings inspect leftvalues recheck review settle verify)
    target_sources(tst_writeback_${source} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/support/memoryjournal.cpp)
endforeach()
