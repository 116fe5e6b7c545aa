# Shows that a check finds violations: plant() and plant_instead() change one file in a copy of the sources and require that the
# check fails and says why. Needs ROOT, SCRATCH (a scratch folder) and CHECK (the check's script); ARGUMENTS are passed to the
# check, COPIED lists other files that it needs, FOLDERS what to copy instead of the sources.

cmake_minimum_required(VERSION 3.25)

function(run_check result output)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH} ${ARGUMENTS} -P ${CHECK}
        RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
    string(REGEX REPLACE "[ \t\r\n]+" " " text "${out} ${err}") # CMake breaks its lines
    set(${result} ${code} PARENT_SCOPE)
    set(${output} "${text}" PARENT_SCOPE)
endfunction()

# Requires that the check rejects the current file; `planted` describes the violation.
function(expect_refusal file planted message)
    run_check(code output)
    if(code EQUAL 0)
        message(SEND_ERROR "not found: '${planted}' in ${file}")
    else()
        string(FIND "${output}" "${file}: ${message}" at)
        if(at LESS 0)
            message(SEND_ERROR "'${planted}' in ${file} should give '${message}', and gave: ${output}")
        endif()
    endif()
endfunction()

function(plant file text message)
    file(WRITE ${SCRATCH}/${file} "${text}\n")
    expect_refusal(${file} "${text}" "${message}")
    file(REMOVE ${SCRATCH}/${file})
endfunction()

function(plant_instead file text planted message)
    file(READ ${SCRATCH}/${file} original)
    string(REPLACE "${text}" "${planted}" changed "${original}")
    if(changed STREQUAL original)
        message(FATAL_ERROR "there is no '${text}' in ${file}")
    endif()
    file(WRITE ${SCRATCH}/${file} "${changed}")
    expect_refusal(${file} "${planted}" "${message}")
    file(WRITE ${SCRATCH}/${file} "${original}")
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
if(NOT FOLDERS)
    set(FOLDERS src ui)
endif()
list(TRANSFORM FOLDERS PREPEND ${ROOT}/ OUTPUT_VARIABLE folders)
file(COPY ${folders} ${COPIED} DESTINATION ${SCRATCH} PATTERN node_modules EXCLUDE)
run_check(code output)
if(NOT code EQUAL 0)
    message(FATAL_ERROR "the copy is refused before anything is planted: ${output}")
endif()
