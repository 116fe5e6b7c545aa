# The windows, on the offscreen platform.
find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets)
add_library(ui_support STATIC ui/desk.cpp ui/desk.h ui/hands.h ui/pagewizard.h ui/slowsecrets.h)
target_link_libraries(ui_support PUBLIC integration_support ui)

foreach(source
        accountsdialog credentialspage describepage detailspage homewindow pastruns previewmodel previewpage profilesmodel regiontext runs
        statusline steptext wizard)
    writeback_test(ui/${source} NO_PCH LINK ui_support)
endforeach()
