# writeback_library(NAME SOURCES … [LINK …]): the folder's static library. The folder is the layer; LINK names the
# layers below it that it may include.
function(writeback_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "NO_PCH" "" "SOURCES;LINK")
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC writeback_flags ${arg_LINK})
    if(NOT arg_NO_PCH)
        target_precompile_headers(${name} REUSE_FROM writeback_pch)
    endif()
endfunction()
