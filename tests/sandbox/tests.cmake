foreach(source
        csvfile fault ids operationnames options quirks samples sheetmarks
        domo/datasetpages domo/sqltable domo/storeddataset domo/typesampling
        http/html http/listener http/message http/tokens http/wire
        sheet/cellinput sheet/cells sheet/datetext sheet/formats sheet/formula sheet/jsontext sheet/number sheet/pastsheets sheet/revisions
        sheet/sheetwriter sheet/statefile sheet/storedspreadsheet sheet/worksheet
        workiva/cellpages workiva/listquery workiva/operations workiva/rangelinks workiva/sheetdatareply workiva/sheetpages workiva/sheetupdate
        workiva/structureupdate workiva/tablecellsreply workiva/updateparts workiva/valuesreply workiva/workivajson workiva/writtenvalues)
    writeback_test(sandbox/${source} LINK sandbox)
endforeach()
# Python's is the independent CSV reader.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
target_compile_definitions(tst_sandbox_csvfile PRIVATE PYTHON="${Python3_EXECUTABLE}")

# These use HTTP or types of Qt HTTP Server, whose compile definition does not fit the shared precompiled headers.
add_library(sandbox_client STATIC sandbox/client.cpp sandbox/client.h)
target_link_libraries(sandbox_client PUBLIC test_support sandbox)

writeback_test(sandbox/standin LINK sandbox_client)
foreach(source domo/domoserver http/httpserver workiva/workivacontent workiva/workivafiles workiva/workivaoperations workiva/workivaserver)
    string(REPLACE "/" "_" target tst_sandbox_${source})
    writeback_test(sandbox/${source} LINK sandbox_client Qt6::HttpServer)
    set_target_properties(${target} PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
endforeach()
