foreach(source advice copyrequest exitcode guardoptions reportjson)
    writeback_test(cli/${source} LINK cli)
endforeach()
