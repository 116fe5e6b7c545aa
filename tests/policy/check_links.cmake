# Fails if a program needs a library, directly or indirectly, whose name matches a pattern:
#   cmake -DPROGRAMS=<a;b> -DPATTERN=<regex> -P check_links.cmake

cmake_minimum_required(VERSION 3.25)

if(NOT PROGRAMS)
    message(FATAL_ERROR "no programs")
endif()

foreach(program IN LISTS PROGRAMS)
    if(NOT EXISTS ${program})
        message(FATAL_ERROR "${program} is not there")
    endif()
    file(GET_RUNTIME_DEPENDENCIES
        EXECUTABLES ${program}
        RESOLVED_DEPENDENCIES_VAR resolved
        UNRESOLVED_DEPENDENCIES_VAR unresolved
        CONFLICTING_DEPENDENCIES_PREFIX conflicting)
    set(libraries ${resolved} ${unresolved} ${conflicting_FILENAMES})
    if(NOT libraries MATCHES "Qt6Core")
        message(FATAL_ERROR "${program}: found no Qt6Core among '${libraries}'")
    endif()
    foreach(library IN LISTS libraries)
        if(library MATCHES "${PATTERN}")
            message(FATAL_ERROR "${program}: links ${library}")
        endif()
    endforeach()
endforeach()
