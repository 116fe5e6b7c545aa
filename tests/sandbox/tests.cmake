foreach(source
        cellinput cellpages cells csvfile dataset datetext fault formats formula ids jsontext listener listquery number operationnames
        operations options pastsheets quirks rangelinks revisions samples sheetdata sheetmarks sheetupdate sheetwriter sqltable statefile
        structureupdate tablecells tokens typesampling updateparts valuesbody valuespage worksheet)
    writeback_test(sandbox/${source} LINK sandbox)
endforeach()
# Another reader of CSV is Python's.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
target_compile_definitions(tst_sandbox_csvfile PRIVATE PYTHON="${Python3_EXECUTABLE}")

# Over HTTP, or with the shapes of Qt HTTP Server, whose definition does not fit the shared precompiled headers.
add_library(sandbox_client STATIC sandbox/client.cpp sandbox/client.h)
target_link_libraries(sandbox_client PUBLIC test_support sandbox)

writeback_test(sandbox/standin LINK sandbox_client)
foreach(source domoserver httpserver webpages wire workivacontent workivafiles workivajson workivaoperations workivaserver)
    writeback_test(sandbox/${source} LINK sandbox_client Qt6::HttpServer)
    set_target_properties(tst_sandbox_${source} PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
endforeach()
