# What the checks share: the files that they go through, and the count of what is wrong.

set(violations 0)
macro(violation place text)
    message(SEND_ERROR "${place}: ${text}")
    math(EXPR violations "${violations} + 1")
endmacro()

# list_files(LIST PATTERN…): the files below ROOT that match, as paths from there. To find none is an error: nothing would be checked.
function(list_files list)
    list(TRANSFORM ARGN PREPEND ${ROOT}/)
    file(GLOB_RECURSE files RELATIVE ${ROOT} ${ARGN})
    if(NOT files)
        message(FATAL_ERROR "no sources in '${ROOT}'")
    endif()
    set(${list} ${files} PARENT_SCOPE)
endfunction()
