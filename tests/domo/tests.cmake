foreach(source
        apirequest
        csvreader
        dataset
        exportdataset
        exportreader
        failure
        getdataset
        listdatasets
        querydataset
        requesttoken
        service
        webaddress)
    writeback_test(domo/${source} LINK domo)
endforeach()
