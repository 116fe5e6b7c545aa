foreach(source advice copyrequest exitcode reportjson)
    writeback_test(cli/${source} LINK cli)
endforeach()
