foreach(source
        applytextformatbody
        baseurlregion
        cellvalue
        editcellsbody
        pagelinks
        sheettree
        valuesbody
        valuespage
        webaddress)
    writeback_test(workiva/${source} LINK workiva)
endforeach()
