foreach(source accountdraft columnchoice commit entries landing login named namesearch regionchoice saved scheduledraft search sheetcells sheetchoice soundness target
        writebackdraft)
    writeback_test(setup/${source} LINK setup)
endforeach()
foreach(source catalogue credentialscheck datasetchoice details diagnosis rowschoice sheetglance spreadsheetchoice)
    writeback_test(setup/${source} LINK integration_support setup)
endforeach()
