find_package(Python3 REQUIRED COMPONENTS Interpreter)
foreach(source channels condition failurelog mailbytes notification secrets sendmail sendweb teller told webbody)
    writeback_test(notices/${source} LINK notices)
endforeach()
if(CMAKE_SYSTEM_NAME STREQUAL Linux)
    find_package(Qt6 6.4 REQUIRED COMPONENTS DBus)
    foreach(source senddesktop teller_desktop)
        writeback_test(notices/${source} LINK notices Qt6::DBus)
    endforeach()
endif()
foreach(test mailbytes sendmail teller)
    target_compile_definitions(tst_notices_${test} PRIVATE
        PYTHON="${Python3_EXECUTABLE}"
        MAIL_READER="${CMAKE_CURRENT_SOURCE_DIR}/notices/mailreader.py"
        SMTP_SERVER="${CMAKE_CURRENT_SOURCE_DIR}/notices/smtpserver.py")
endforeach()
