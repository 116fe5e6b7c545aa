foreach(source advice copyrequest exitcode guardoptions namelist reportjson shapingoptions)
    writeback_test(cli/${source} LINK cli)
endforeach()
