# Shared by several tests. Also links Qt Test.
add_library(test_support STATIC
    support/certificates.cpp support/certificates.h
    support/fakeclock.cpp support/fakeclock.h
    support/httpserver.cpp support/httpserver.h
    support/sessionsecretstore.cpp support/sessionsecretstore.h
    support/testservice.cpp support/testservice.h)
target_include_directories(test_support PUBLIC ${PROJECT_SOURCE_DIR}/tests)
target_precompile_headers(test_support REUSE_FROM test_pch)
target_link_libraries(test_support PUBLIC writeback_flags Qt6::Test core net profiles)

# Reads .xlsx files.
add_library(xlsx_support STATIC support/xlsxcells.cpp support/xlsxcells.h)
target_link_libraries(xlsx_support PUBLIC test_support)
target_compile_definitions(xlsx_support PRIVATE XLSX_CELLS="${CMAKE_CURRENT_SOURCE_DIR}/support/xlsxcells.py")
target_precompile_headers(xlsx_support REUSE_FROM test_pch)

# In place of the schedulers of the computer.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_library(scheduler_support STATIC support/standinscheduler.cpp support/standinscheduler.h)
target_link_libraries(scheduler_support PUBLIC test_support)
target_compile_definitions(scheduler_support PRIVATE
    PYTHON="${Python3_EXECUTABLE}"
    FAKE_SCHEDULER="${CMAKE_CURRENT_SOURCE_DIR}/support/fakescheduler.py")
target_precompile_headers(scheduler_support REUSE_FROM test_pch)
