foreach(source advice commandline completion copyrequest credentials exitcode guardoptions headlesssecrets manualpage namelist queryoptions reportjson scheduledreport shapingoptions table)
    writeback_test(cli/${source} LINK cli)
endforeach()
