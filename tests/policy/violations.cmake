# Shared by the checks: the files that they check, and the number of violations.

set(violations 0)
macro(violation place text)
    message(SEND_ERROR "${place}: ${text}")
    math(EXPR violations "${violations} + 1")
endmacro()

# list_files(LIST PATTERN…): the files below ROOT that match, as paths from there. Finding none is an error: nothing would be checked.
function(list_files list)
    list(TRANSFORM ARGN PREPEND ${ROOT}/)
    file(GLOB_RECURSE files RELATIVE ${ROOT} ${ARGN})
    if(NOT files)
        message(FATAL_ERROR "no sources in '${ROOT}'")
    endif()
    set(${list} ${files} PARENT_SCOPE)
endfunction()
