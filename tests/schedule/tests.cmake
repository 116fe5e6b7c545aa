foreach(source dayrule domoforms due holidays localtime nexttimes wakes)
    writeback_test(schedule/${source} LINK schedule)
endforeach()

find_package(Python3 REQUIRED COMPONENTS Interpreter)
target_compile_definitions(tst_schedule_dayrule PRIVATE
    PYTHON="${Python3_EXECUTABLE}" BUSINESS_DAYS="${CMAKE_CURRENT_SOURCE_DIR}/schedule/businessdays.py")
