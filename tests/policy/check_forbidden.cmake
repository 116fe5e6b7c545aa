# Fails on code that the product must not contain:
#   cmake -DROOT=<project> -P check_forbidden.cmake
# Nested event loops (in which a window or a run can be destroyed while its functions run), string-based connects, unfinished work.

cmake_minimum_required(VERSION 3.25)

include(${CMAKE_CURRENT_LIST_DIR}/violations.cmake)

list_files(files src/*.h src/*.cpp ui/*.h ui/*.cpp)
list(LENGTH files count)

foreach(file IN LISTS files)
    file(READ ${ROOT}/${file} text)
    if(text MATCHES "(TODO|FIXME)")
        violation(${file} "${CMAKE_MATCH_1}")
    endif()

    string(REGEX REPLACE "//[^\n]*" "" code "${text}") # comments may say why not
    if(code MATCHES "(QEventLoop|processEvents|qsrand)")
        violation(${file} "uses ${CMAKE_MATCH_1}")
    endif()
    if(code MATCHES "[^A-Za-z0-9_](SIGNAL|SLOT)[ \t]*\\(")
        violation(${file} "connects by string, with ${CMAKE_MATCH_1}()")
    endif()

    # exec() is allowed for the program's event loop and for SQL.
    if(file MATCHES "^src/.*/main\\.cpp$")
        string(REGEX REPLACE "(app\\.|QCoreApplication::|QApplication::)exec\\(\\)" "" code "${code}")
    endif()
    if(file MATCHES "^src/" AND NOT file MATCHES "^src/app/" AND code MATCHES "QSqlQuery")
        continue()
    endif()
    if(code MATCHES "((\\.|->|::)exec)[ \t]*\\(")
        violation(${file} "calls ${CMAKE_MATCH_1}()")
    endif()
endforeach()

if(violations)
    message(FATAL_ERROR "${violations} places use what is forbidden")
endif()
message(STATUS "${count} files are free of it")
