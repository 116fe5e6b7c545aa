foreach(test account jsonfolder migrations profile profilefile profilestore schedule schedulejson secretstore settings)
    writeback_test(profiles/${test} LINK profiles)
endforeach()

# With a real keyring, in a separate session. Each function runs in its own process, so that one reads what another wrote.
if(CMAKE_SYSTEM_NAME STREQUAL Linux)
    find_package(Qt6 6.4 REQUIRED COMPONENTS DBus)
    add_executable(tst_profiles_keychainsecretstore
        profiles/tst_keychainsecretstore.cpp profiles/records.h profiles/silentprompter.h)
    target_link_libraries(tst_profiles_keychainsecretstore PRIVATE test_support profiles Qt6::DBus)
    target_precompile_headers(tst_profiles_keychainsecretstore REUSE_FROM test_pch)
    function(keychain_test mode)
        set(test profiles/keychainsecretstore_${mode})
        add_test(NAME ${test} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/profiles/with_keyring.sh
            ${mode} $<TARGET_FILE:tst_profiles_keychainsecretstore> ${ARGN})
        set_tests_properties(${test} PROPERTIES ENVIRONMENT LC_ALL=C.UTF-8 SKIP_RETURN_CODE 77)
    endfunction()
    keychain_test(unlocked bothSecretsAreKept anotherProcessReadsBoth renamedAccountKeepsItsSecrets laterWriteReplaces
        ofTwoWritesAtOnceTheLaterStays removalDuringAWriteLeavesNothing closedWindowLeavesNothingHalfWritten
        destroyedStoreDoesNotAnswer removedSecretsAreGone anotherProcessFindsNeither)
    keychain_test(none withoutBusSecretsAreKeptForTheSession withoutBusRemovingFails
        withoutBusNothingIsWrittenToFiles)
    keychain_test(unset keyringWithoutALoginKeyringIsDetected)
    keychain_test(locked bothSecretsAreKept lockedKeyringTimesOut)
endif()
