foreach(test account fields jsonfolder profile profilestore)
    writeback_test(profiles/${test} LINK profiles)
endforeach()
