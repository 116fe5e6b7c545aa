# Rules for the whole tree. Each check is a script; plant_* show that the check finds violations.

get_target_property(policy_qt_headers Qt6::Core INTERFACE_INCLUDE_DIRECTORIES)
list(FILTER policy_qt_headers INCLUDE REGEX "/QtCore$")
list(GET policy_qt_headers 0 policy_qt_headers)
get_filename_component(policy_qt_headers ${policy_qt_headers} DIRECTORY)

set(policy ${CMAKE_CURRENT_SOURCE_DIR}/policy)
set(policy_scratch ${CMAKE_CURRENT_BINARY_DIR}/policy)

# The table of layers is only complete if the windows are built.
if(WRITEBACK_DESKTOP)
    set(policy_layers ${CMAKE_CURRENT_BINARY_DIR}/layers.cmake)
    writeback_write_layers(${policy_layers})

    set(includes_arguments -DLAYERS=${policy_layers} -DQT_HEADERS=${policy_qt_headers})
    add_test(NAME policy/includes
        COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} ${includes_arguments} -P ${policy}/check_includes.cmake)
    add_test(NAME policy/includes_planted
        COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DSCRATCH=${policy_scratch}/includes
            -DCHECK=${policy}/check_includes.cmake "-DARGUMENTS=${includes_arguments}" -P ${policy}/plant_includes.cmake)

    add_test(NAME policy/layers
        COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DLAYERS=${policy_layers} -P ${policy}/check_layers.cmake)
    add_test(NAME policy/layers_planted
        COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DLAYERS=${policy_layers} -DSCRATCH=${policy_scratch}/layers
            -DCHECK=${policy}/check_layers.cmake -P ${policy}/plant_layers.cmake)
endif()

add_test(NAME policy/forbidden
    COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -P ${policy}/check_forbidden.cmake)
add_test(NAME policy/forbidden_planted
    COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DSCRATCH=${policy_scratch}/forbidden
        -DCHECK=${policy}/check_forbidden.cmake -P ${policy}/plant_forbidden.cmake)

add_test(NAME policy/private_words
    COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -P ${policy}/check_private_words.cmake)
add_test(NAME policy/private_words_planted
    COMMAND ${CMAKE_COMMAND} -DSCRATCH=${policy_scratch}/private_words -DCHECK=${policy}/check_private_words.cmake
        -P ${policy}/plant_private_words.cmake)

add_test(NAME policy/tests
    COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DMOC=${CMAKE_CURRENT_BINARY_DIR}/moc -P ${policy}/check_tests.cmake)
add_test(NAME policy/tests_planted
    COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DSCRATCH=${policy_scratch}/tests
        -DCHECK=${policy}/check_tests.cmake -P ${policy}/plant_tests.cmake)

foreach(program workiva-writeback-cli workiva-writeback-sandbox)
    add_test(NAME policy/links_${program}
        COMMAND ${CMAKE_COMMAND} -DPROGRAMS=$<TARGET_FILE:${program}> "-DPATTERN=Qt6.*(Gui|Widgets)" -P ${policy}/check_links.cmake)
endforeach()
# The check can fail: it does if told to reject Qt Network.
add_test(NAME policy/links_planted
    COMMAND ${CMAKE_COMMAND} -DPROGRAMS=$<TARGET_FILE:workiva-writeback-cli> -DPATTERN=Qt6Network -P ${policy}/check_links.cmake)
set_tests_properties(policy/links_planted PROPERTIES PASS_REGULAR_EXPRESSION "links[ \n]+[^ \n]*libQt6Network")

set(policy_programs workiva-writeback-cli workiva-writeback-sandbox)
if(WRITEBACK_DESKTOP)
    list(APPEND policy_programs workiva-writeback)
    set(policy_translated -DTRANSLATED=workiva-writeback)
endif()
if(NOT BUILD_SHARED_LIBS) # which are not installed
    add_test(NAME policy/install
        COMMAND ${CMAKE_COMMAND} -DBUILD=${CMAKE_BINARY_DIR} -DPREFIX=${policy_scratch}/install
            "-DPROGRAMS=${policy_programs}" ${policy_translated} -P ${policy}/check_install.cmake)
endif()

# Where the program is installed for desktops that follow freedesktop.org.
if(WRITEBACK_DESKTOP AND UNIX AND NOT APPLE)
    add_test(NAME policy/desktop_entry COMMAND desktop-file-validate ${PROJECT_SOURCE_DIR}/packaging/workiva-writeback.desktop)
    add_test(NAME policy/metainfo
        COMMAND appstreamcli validate --no-net ${PROJECT_SOURCE_DIR}/packaging/local.workiva_writeback.Desktop.metainfo.xml)
endif()
