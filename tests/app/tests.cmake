foreach(source sampledata samplesecrets)
    writeback_test(app/${source} LINK app)
endforeach()

# Without a display. What Qt would open is no platform that there is.
add_test(NAME app/help COMMAND workiva-writeback --help)
set_tests_properties(app/help PROPERTIES ENVIRONMENT QT_QPA_PLATFORM=none PASS_REGULAR_EXPRESSION "--data-dir")
