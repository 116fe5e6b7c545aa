foreach(test account jsonfolder migrations profile profilefile profilestore schedule schedulejson secretstore settings)
    writeback_test(profiles/${test} LINK profiles)
endforeach()

# keychain_test(TEST TARGET MODE FUNCTION…): with a real keyring, in a separate session. Each function runs in its own
# process, so that one reads what another wrote.
function(keychain_test test target mode)
    set(name ${test}_${mode})
    add_test(NAME ${name} COMMAND ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/with_keyring.sh
        ${mode} $<TARGET_FILE:${target}> ${ARGN})
    set_tests_properties(${name} PROPERTIES ENVIRONMENT LC_ALL=C.UTF-8 SKIP_RETURN_CODE 77)
endfunction()

if(CMAKE_SYSTEM_NAME STREQUAL Linux)
    find_package(Qt6 6.4 REQUIRED COMPONENTS DBus)
    add_executable(tst_profiles_keychainsecretstore
        profiles/tst_keychainsecretstore.cpp profiles/records.h profiles/silentprompter.h)
    target_link_libraries(tst_profiles_keychainsecretstore PRIVATE test_support profiles Qt6::DBus)
    target_precompile_headers(tst_profiles_keychainsecretstore REUSE_FROM test_pch)
    keychain_test(profiles/keychainsecretstore tst_profiles_keychainsecretstore unlocked bothSecretsAreKept anotherProcessReadsBoth renamedAccountKeepsItsSecrets laterWriteReplaces
        ofTwoWritesAtOnceTheLaterStays removalDuringAWriteLeavesNothing closedWindowLeavesNothingHalfWritten
        destroyedStoreDoesNotAnswer removedSecretsAreGone anotherProcessFindsNeither)
    keychain_test(profiles/keychainsecretstore tst_profiles_keychainsecretstore none withoutBusSecretsAreKeptForTheSession withoutBusRemovingFails
        withoutBusNothingIsWrittenToFiles)
    keychain_test(profiles/keychainsecretstore tst_profiles_keychainsecretstore unset keyringWithoutALoginKeyringIsDetected)
    keychain_test(profiles/keychainsecretstore tst_profiles_keychainsecretstore locked bothSecretsAreKept lockedKeyringTimesOut)
endif()
