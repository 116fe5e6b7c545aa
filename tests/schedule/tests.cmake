foreach(source credentialfolder cronscheduler crontab daylight dayrule domoforms due handover holidays installed keptfile launchdagent launchdscheduler lingering localtime
        nexttimes processrunner schedulers systemdscheduler systemdunit taskscheduler taskxml wakes)
    writeback_test(schedule/${source} LINK schedule)
endforeach()

find_package(Python3 REQUIRED COMPONENTS Interpreter)
foreach(test crontab dayrule launchdagent systemdunit taskxml)
    target_compile_definitions(tst_schedule_${test} PRIVATE
        PYTHON="${Python3_EXECUTABLE}"
        BUSINESS_DAYS="${CMAKE_CURRENT_SOURCE_DIR}/schedule/businessdays.py"
        ELAPSES="${CMAKE_CURRENT_SOURCE_DIR}/schedule/elapses.py"
        OTHER_READERS="${CMAKE_CURRENT_SOURCE_DIR}/schedule/otherreaders.py"
        GOLDEN="${CMAKE_CURRENT_SOURCE_DIR}/schedule/golden")
endforeach()
