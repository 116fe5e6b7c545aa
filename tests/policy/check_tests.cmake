# Fails on tests without the layout described in CONTRIBUTING.md:
#   cmake -DROOT=<project> -DMOC=<folder of moc's output for the tests> -P check_tests.cmake
# The file is named after the class; the slots come first in the class; only slots verify; and moc has seen every slot: a raw string in
# the class can make it stop early.

cmake_minimum_required(VERSION 3.25)

include(${CMAKE_CURRENT_LIST_DIR}/violations.cmake)

list_files(files tests/*.h tests/*.cpp)
list(FILTER files EXCLUDE REGEX "/node_modules/|^tests/(bench|fuzz)/")
list(LENGTH files count)

foreach(file IN LISTS files)
    file(READ ${ROOT}/${file} outside)
    get_filename_component(name ${file} NAME_WE)
    if(name MATCHES "^tst_(.*)$")
        string(REPLACE "_" "" name ${CMAKE_MATCH_1})
        if(NOT outside MATCHES "\nclass Test([A-Za-z0-9]+) final : public QObject\n{\n    Q_OBJECT\n\nprivate Q_SLOTS:\n")
            violation(${file} "has no final class Test* whose slots come first")
            continue()
        endif()
        string(TOLOWER ${CMAKE_MATCH_1} class)
        if(NOT class STREQUAL name)
            violation(${file} "is not named after its class Test${CMAKE_MATCH_1}")
        endif()

        string(FIND "${outside}" "\nprivate Q_SLOTS:\n" begin)
        string(SUBSTRING "${outside}" ${begin} -1 slots)
        string(SUBSTRING "${outside}" 0 ${begin} outside)
        string(FIND "${slots}" "\n};\n" end)
        string(FIND "${slots}" "\nprivate:\n" private)
        if(private GREATER 0 AND private LESS end)
            set(end ${private})
        endif()
        string(SUBSTRING "${slots}" ${end} -1 rest)
        string(SUBSTRING "${slots}" 0 ${end} slots)
        string(APPEND outside "${rest}")

        string(REGEX REPLACE "^tests/(.*)\\.cpp$" "${MOC}/\\1.moc" moc ${file})
        string(REGEX MATCHALL "\n    void [A-Za-z0-9_]+\\(\\)" declared "${slots}")
        if(EXISTS ${moc}) # not where the window is not built
            file(READ ${moc} seen)
            foreach(slot IN LISTS declared)
                string(REGEX REPLACE "\n    void ([A-Za-z0-9_]+)\\(\\)" "\\1" slot "${slot}")
                string(FIND "${seen}" "\"${slot}\"" at)
                if(at LESS 0)
                    violation(${file} "moc has not seen ${slot}()")
                endif()
            endforeach()
        endif()
    endif()
    if(outside MATCHES "[^A-Za-z0-9_]((QVERIFY|QCOMPARE|QTRY_)[A-Z0-9_]*)\\(")
        violation(${file} "calls ${CMAKE_MATCH_1}() outside of a test")
    endif()
endforeach()

if(violations)
    message(FATAL_ERROR "${violations} places are not laid out as the others")
endif()
message(STATUS "${count} files are laid out alike")
