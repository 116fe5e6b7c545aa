foreach(source sampledata samplesecrets)
    writeback_test(app/${source} LINK app)
endforeach()
