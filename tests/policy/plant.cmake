# Shows that a check finds what it is there for: plant() copies the sources, adds one file and demands that the check fails
# and says why. Needs ROOT, SCRATCH (an own folder) and CHECK (the check's script); ARGUMENTS go to the check.

cmake_minimum_required(VERSION 3.25)

function(run_check result output)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH} ${ARGUMENTS} -P ${CHECK}
        RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
    string(REGEX REPLACE "[ \t\r\n]+" " " text "${out} ${err}") # CMake breaks its lines
    set(${result} ${code} PARENT_SCOPE)
    set(${output} "${text}" PARENT_SCOPE)
endfunction()

function(plant file text message)
    file(WRITE ${SCRATCH}/${file} "${text}\n")
    run_check(code output)
    file(REMOVE ${SCRATCH}/${file})
    if(code EQUAL 0)
        message(SEND_ERROR "not found: '${text}' in ${file}")
    else()
        string(FIND "${output}" "${file}: ${message}" at)
        if(at LESS 0)
            message(SEND_ERROR "'${text}' in ${file} should give '${message}', and gave: ${output}")
        endif()
    endif()
endfunction()

function(plant_allowed file text)
    file(WRITE ${SCRATCH}/${file} "${text}\n")
    run_check(code output)
    file(REMOVE ${SCRATCH}/${file})
    if(NOT code EQUAL 0)
        message(SEND_ERROR "'${text}' in ${file} should be allowed, and gave: ${output}")
    endif()
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
file(COPY ${ROOT}/src DESTINATION ${SCRATCH})
if(EXISTS ${ROOT}/ui)
    file(COPY ${ROOT}/ui DESTINATION ${SCRATCH})
endif()
run_check(code output)
if(NOT code EQUAL 0)
    message(FATAL_ERROR "the copy is refused before anything is planted: ${output}")
endif()
