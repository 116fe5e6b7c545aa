foreach(source language onewindow sampledata samplesecrets)
    writeback_test(app/${source} LINK app)
endforeach()

writeback_test(app/telling LINK app desk_support)

writeback_test(app/main LINK profiles runs)
target_compile_definitions(tst_app_main PRIVATE PROGRAM="$<TARGET_FILE:workiva-writeback>")
add_dependencies(tst_app_main workiva-writeback pseudo_translation)
