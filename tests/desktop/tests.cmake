# The program from outside. The scripts need the distribution's Python, which python3-gi is built for.
set(firststart ${CMAKE_CURRENT_SOURCE_DIR}/desktop/firststart.py $<TARGET_FILE:workiva-writeback>)
add_test(NAME desktop/firststart COMMAND ${firststart})
# In another language, controls are only found by their translated names.
add_test(NAME desktop/firststart_translated
    COMMAND ${firststart} ${CMAKE_BINARY_DIR}/translations/workiva-writeback_en_XA.ts)
foreach(name failure group interrupted keychain notification)
    add_test(NAME desktop/${name} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/desktop/${name}.py
        $<TARGET_FILE:workiva-writeback> $<TARGET_FILE:workiva-writeback-sandbox>)
endforeach()
add_test(NAME desktop/secondstart COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/desktop/secondstart.py $<TARGET_FILE:workiva-writeback>)
set_tests_properties(desktop/failure desktop/firststart desktop/firststart_translated desktop/group desktop/interrupted desktop/keychain desktop/notification desktop/secondstart
    PROPERTIES TIMEOUT 120 ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
