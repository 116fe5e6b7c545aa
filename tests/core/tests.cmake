foreach(source clock filelock jsonreader latest pasted printable privatefiles redaction redactor result secret)
    writeback_test(core/${source} LINK core)
endforeach()
