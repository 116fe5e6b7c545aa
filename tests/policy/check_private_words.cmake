# Fails if a tracked file contains a path of one machine, or an npm lock file a download URL (packages are installed from
# the registry that the machine is configured for):
#   cmake -DROOT=<project> -P check_private_words.cmake

cmake_minimum_required(VERSION 3.25)

# The brackets keep the patterns from finding themselves.
function(refuse pattern paths meaning)
    execute_process(
        COMMAND git -c safe.directory=* -c core.quotePath=false grep --cached -n -I -E -e ${pattern} -- ${paths}
        WORKING_DIRECTORY ${ROOT}
        RESULT_VARIABLE result OUTPUT_VARIABLE found ERROR_VARIABLE error)
    if(result EQUAL 0)
        message(FATAL_ERROR "${meaning}:\n${found}")
    elseif(NOT result EQUAL 1) # 1: nothing found
        message(FATAL_ERROR "git grep failed: ${error}")
    endif()
endfunction()

refuse("(^|[^A-Za-z0-9._~/-])/(w[o]rk|r[o]ot)/" ":/" "A path of one machine")
refuse("/tm[p]/b-" ":/" "A path of one machine")
refuse("\"res[o]lved\":" "*package-lock.json" "An address to download from")
