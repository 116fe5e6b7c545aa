# Shows in a small temporary repository that the check finds private words and accepts others. Needs SCRATCH and CHECK.

cmake_minimum_required(VERSION 3.25)

function(git)
    execute_process(COMMAND git ${ARGN} WORKING_DIRECTORY ${SCRATCH} COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
endfunction()

function(expect file text found)
    file(WRITE ${SCRATCH}/${file} "${text}\n")
    git(add ${file})
    execute_process(
        COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH} -P ${CHECK}
        RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
    if(found AND NOT "${out}${err}" MATCHES "${file}:1:")
        message(SEND_ERROR "not found: '${text}' in ${file}: ${out}${err}")
    elseif(NOT found AND NOT code EQUAL 0)
        message(SEND_ERROR "'${text}' in ${file} should be allowed: ${out}${err}")
    endif()
    git(rm -q -f ${file})
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
git(init -q)

# Concatenated, so that this file itself passes the check.
set(slash "/")
expect(planted.md "see ${slash}work/main" TRUE)
expect(planted.txt "${slash}root/.cache" TRUE)
expect(planted.sh "cmake -B ${slash}tmp/b-one" TRUE)
expect(package-lock.json "\"resolve${empty}d\": \"https:${slash}registry\"" TRUE)
expect(tests/package-lock.json "\"resolve${empty}d\": \"https:${slash}registry\"" TRUE)

expect(planted.md "https://host.example/work/ and teamwork/root" FALSE)
expect(other.json "\"resolve${empty}d\": true" FALSE)
