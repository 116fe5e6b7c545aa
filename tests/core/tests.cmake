foreach(source clock filelock jsonreader pasted printable privatefiles redaction redactor result secret)
    writeback_test(core/${source} LINK core)
endforeach()
