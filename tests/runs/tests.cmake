# Borrowed by runs and windows.
add_library(desk_support STATIC support/desk.cpp support/desk.h support/slowsecrets.h)
target_link_libraries(desk_support PUBLIC integration_support runs)
target_precompile_headers(desk_support REUSE_FROM test_pch)

foreach(source datafolder doctor liveprogress past profileruns profileruns_queue runrequests scheduledrun schedules standing turn unattended waits)
    writeback_test(runs/${source} LINK desk_support)
endforeach()
