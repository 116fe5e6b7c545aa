# The program from outside. The scripts name the distribution's Python, because that is the one python3-gi is for.
set(firststart ${CMAKE_CURRENT_SOURCE_DIR}/desktop/firststart.py $<TARGET_FILE:workiva-writeback>)
add_test(NAME desktop/firststart COMMAND ${firststart})
# In another language whatever is looked for is found under its translated name alone.
add_test(NAME desktop/firststart_translated
    COMMAND ${firststart} ${CMAKE_BINARY_DIR}/translations/workiva-writeback_en_XA.ts)
foreach(name interrupted keychain notification)
    add_test(NAME desktop/${name} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/desktop/${name}.py
        $<TARGET_FILE:workiva-writeback> $<TARGET_FILE:workiva-writeback-sandbox>)
endforeach()
add_test(NAME desktop/secondstart COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/desktop/secondstart.py $<TARGET_FILE:workiva-writeback>)
set_tests_properties(desktop/firststart desktop/firststart_translated desktop/interrupted desktop/keychain desktop/notification desktop/secondstart
    PROPERTIES TIMEOUT 120 ENVIRONMENT PYTHONDONTWRITEBYTECODE=1)
