foreach(source advice copyrequest exitcode guardoptions namelist queryoptions reportjson shapingoptions)
    writeback_test(cli/${source} LINK cli)
endforeach()
