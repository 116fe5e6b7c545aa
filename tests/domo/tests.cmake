foreach(source
        apirequest
        countrows
        csvreader
        dataset
        exportdataset
        exportreader
        failure
        getdataset
        lenientjson
        listdatasets
        query
        requesttoken
        service
        shapedcolumns
        webaddress)
    writeback_test(domo/${source} LINK domo)
endforeach()
