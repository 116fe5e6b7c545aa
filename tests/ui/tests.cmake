# The windows, on the offscreen platform.
find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets)
add_library(ui_test_pch OBJECT ${CMAKE_BINARY_DIR}/pch/empty.cpp)
set_target_properties(ui_test_pch PROPERTIES AUTOMOC OFF)
target_link_libraries(ui_test_pch PRIVATE writeback_flags Qt6::Test Qt6::Widgets)
target_precompile_headers(ui_test_pch PRIVATE ${WRITEBACK_PCH} <QSignalSpy> <QTemporaryDir> <QTest> <QtWidgets/QtWidgets>)

add_library(ui_support STATIC ui/controls.cpp ui/controls.h ui/interaction.h ui/pagewizard.h ui/wizardsteps.h)
target_link_libraries(ui_support PUBLIC desk_support ui)
target_precompile_headers(ui_support REUSE_FROM ui_test_pch)

foreach(source
        forms/checksdialog forms/columnsdialog forms/grantrequest forms/landingpanel forms/durationfield forms/querydialog forms/scheduleform forms/sheetfield forms/sidebyside forms/timezonefield forms/updateform help/aboutdialog help/guide
        help/guidewindow help/shortcuts help/supportdialog help/supportreport home/accountsdialog home/diagnosisdialog
        home/profilesfilter home/profilesmodel home/schedulestandings home/startpage look/altkeys look/announce look/applicationicon
        look/banner look/copyselection look/firstsize look/flowlayout look/icons look/layouthold look/linelist
        look/openpage look/palette look/screenreader look/statusline look/style look/tonelabel look/wraplabel
        review/acceptdialog review/findbar review/listings review/numberstyle review/reviewmodel review/reviewpanel review/sheetpicture
        runs/pastrunlist runs/pastruns
        runs/reviewwindow runs/runpane runs/runsummary runs/waitingreviews runs/waitingreviews_guards settings/languages settings/settingsdialog withoutkeychain
        wizard/credentialspage wizard/describepage wizard/detailspage wizard/page wizard/previewpage wizard/schedulingpage
        wizard/writebackwizard wizard/writebackwizard_credentials wizard/writebackwizard_details
        wizard/writebackwizard_start)
    writeback_test(ui/${source} PCH ui_test_pch LINK ui_support)
endforeach()
foreach(source home/homewindow home/schedulesdialog)
    writeback_test(ui/${source} PCH ui_test_pch LINK ui_support scheduler_support)
endforeach()
if(CMAKE_SYSTEM_NAME STREQUAL Linux)
    find_package(Qt6 6.4 REQUIRED COMPONENTS DBus)
    writeback_test(ui/home/progresssign PCH ui_test_pch LINK ui_support Qt6::DBus)
endif()
set_tests_properties(ui/withoutkeychain PROPERTIES
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;DBUS_SESSION_BUS_ADDRESS=unix:path=/dev/null")
