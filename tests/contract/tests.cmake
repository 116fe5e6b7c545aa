# Prism between both programs; if it is missing, that is an error, not a skip (npm ci in this folder).
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME contract/prism
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/contract/check.py
        $<TARGET_FILE:workiva-writeback-sandbox> $<TARGET_FILE:workiva-writeback-cli>)
set_tests_properties(contract/prism PROPERTIES TIMEOUT 300)
