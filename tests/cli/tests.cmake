foreach(source advice commandline copyrequest credentials exitcode guardoptions headlesssecrets namelist queryoptions reportjson shapingoptions table)
    writeback_test(cli/${source} LINK cli)
endforeach()
