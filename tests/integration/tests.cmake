# The engine and the command line against the sandbox as a process.
add_library(integration_support STATIC
    support/commandline.cpp support/commandline.h
    support/datasetfolder.cpp support/datasetfolder.h
    support/http.cpp support/http.h
    support/memoryjournal.cpp support/memoryjournal.h
    support/pty.cpp support/pty.h
    support/runtoend.cpp support/runtoend.h
    support/sandboxprocess.cpp support/sandboxprocess.h
    support/sheetprobe.cpp support/sheetprobe.h
    support/sidebyside.cpp support/sidebyside.h)
target_link_libraries(integration_support PUBLIC test_support writeback)
target_compile_definitions(integration_support PUBLIC
    SANDBOX_PROGRAM="$<TARGET_FILE:workiva-writeback-sandbox>"
    CLI_PROGRAM="$<TARGET_FILE:workiva-writeback-cli>")
target_precompile_headers(integration_support REUSE_FROM test_pch)
add_dependencies(integration_support workiva-writeback-sandbox workiva-writeback-cli)

foreach(test cancel command controller faults firstcopy guards kills quirks reading realcsv regions shaping sheetguards storedgrid truth updatemethods valueguards)
    writeback_test(integration/${test} LINK integration_support)
endforeach()

foreach(test edits plan)
    writeback_test(integration/${test} LINK integration_support sandbox xlsx_support)
endforeach()

find_program(NODE NAMES node nodejs REQUIRED)
add_test(NAME integration/foreignclients
    COMMAND ${NODE} ${CMAKE_CURRENT_SOURCE_DIR}/integration/foreignclients.js $<TARGET_FILE:workiva-writeback-sandbox>)
set_tests_properties(integration/foreignclients PROPERTIES TIMEOUT 120)

# The difference by key against another implementation.
add_executable(keydiffs integration/keydiffs.cpp)
target_link_libraries(keydiffs PRIVATE test_support sheet)
target_precompile_headers(keydiffs REUSE_FROM test_pch)
add_test(NAME integration/foreigndiff
    COMMAND ${NODE} ${CMAKE_CURRENT_SOURCE_DIR}/integration/foreigndiff.js $<TARGET_FILE:keydiffs>)

# A window's run as a separate program that can be killed.
add_executable(profilerun integration/profilerun.cpp)
target_link_libraries(profilerun PRIVATE test_support runs)
target_precompile_headers(profilerun REUSE_FROM test_pch)
writeback_test(integration/manykills LINK desk_support words)
foreach(test edits kills manykills)
    target_compile_definitions(tst_integration_${test} PRIVATE PROFILERUN="$<TARGET_FILE:profilerun>")
    add_dependencies(tst_integration_${test} profilerun)
endforeach()

writeback_test(integration/schedules LINK desk_support scheduler_support)
foreach(test notices saveddata savedruns scheduled)
    writeback_test(integration/${test} LINK desk_support)
endforeach()

foreach(test history rowquery)
    writeback_test(integration/${test} LINK integration_support runs)
endforeach()

if(CMAKE_SYSTEM_NAME STREQUAL Linux)
    find_package(Qt6 6.4 REQUIRED COMPONENTS DBus)
    writeback_test(integration/notices_desktop LINK desk_support Qt6::DBus)
    add_executable(tst_integration_keyring integration/tst_keyring.cpp profiles/silentprompter.h)
    target_link_libraries(tst_integration_keyring PRIVATE desk_support Qt6::DBus)
    target_precompile_headers(tst_integration_keyring REUSE_FROM test_pch)
    keychain_test(integration/keyring tst_integration_keyring unlocked secretsComeFromTheKeychain
        secretsOfNoticesStayInTheKeychain)
    keychain_test(integration/keyring tst_integration_keyring locked secretsComeFromTheKeychain
        environmentNeedsNoKeychain lockedKeychainEndsTheRun)
    keychain_test(integration/keyring tst_integration_keyring none missingKeychainEndsTheRun environmentNeedsNoKeychain)
endif()

find_package(Python3 REQUIRED COMPONENTS Interpreter)
target_compile_definitions(tst_integration_notices PRIVATE
    PYTHON="${Python3_EXECUTABLE}"
    MAIL_READER="${CMAKE_CURRENT_SOURCE_DIR}/notices/mailreader.py"
    SMTP_SERVER="${CMAKE_CURRENT_SOURCE_DIR}/notices/smtpserver.py")
target_compile_definitions(tst_integration_realcsv PRIVATE
    PYTHON="${Python3_EXECUTABLE}"
    FOREIGN_CSV="${CMAKE_CURRENT_SOURCE_DIR}/integration/foreigncsv.py"
    PUBLISHED_CSV="${CMAKE_CURRENT_SOURCE_DIR}/integration/node_modules/vega-datasets/data")
