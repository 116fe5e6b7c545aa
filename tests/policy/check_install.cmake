# Installs the build into a separate folder, and starts the installed programs:
#   cmake -DBUILD=<build folder> -DPREFIX=<a scratch folder> -DPROGRAMS=<names> [-DTRANSLATED=<the one that is translated>]
#       -P check_install.cmake

cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE ${PREFIX})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${PREFIX} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

function(start program result)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -E env LC_ALL=en_XA.UTF-8 ${PREFIX}/bin/${program} --help
        RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
    if(NOT code EQUAL 0 OR NOT out MATCHES "--help")
        message(FATAL_ERROR "${program} does not start: ${code} ${out}${err}")
    endif()
    set(${result} "${out}" PARENT_SCOPE)
endfunction()

file(GLOB installed RELATIVE ${PREFIX}/bin ${PREFIX}/bin/*)
list(SORT PROGRAMS)
if(NOT installed STREQUAL PROGRAMS)
    message(FATAL_ERROR "installed are '${installed}' instead of '${PROGRAMS}'")
endif()
foreach(program IN LISTS PROGRAMS)
    start(${program} said)
endforeach()

# A desktop finds the program by its entry, and the icon by its name.
if(TRANSLATED AND UNIX AND NOT APPLE)
    set(shared applications/${TRANSLATED}.desktop metainfo/local.workiva_writeback.Desktop.metainfo.xml
        icons/hicolor/scalable/apps/${TRANSLATED}.svg)
    foreach(size 16 24 32 48 64 128 256 512)
        list(APPEND shared icons/hicolor/${size}x${size}/apps/${TRANSLATED}.png)
    endforeach()
    foreach(file IN LISTS shared)
        if(NOT EXISTS ${PREFIX}/share/${file})
            message(FATAL_ERROR "${file} is not installed")
        endif()
    endforeach()
endif()

# What the command line makes of its own definitions.
if(UNIX)
    foreach(file bash-completion/completions/workiva-writeback-cli zsh/site-functions/_workiva-writeback-cli
            fish/vendor_completions.d/workiva-writeback-cli.fish man/man1/workiva-writeback-cli.1)
        set(made "")
        if(EXISTS ${PREFIX}/share/${file})
            file(READ ${PREFIX}/share/${file} made)
        endif()
        if(NOT made MATCHES "profiles")
            message(FATAL_ERROR "${file} is not installed")
        endif()
    endforeach()
endif()

# The pseudo-language uses other letters than English. Without the installed translations the output would be English.
if(TRANSLATED)
    start(${TRANSLATED} translated)
    file(REMOVE_RECURSE ${PREFIX}/share)
    start(${TRANSLATED} english)
    if(NOT translated MATCHES "áñd" OR english MATCHES "áñd")
        message(FATAL_ERROR "the installed translations are not used: ${translated}${english}")
    endif()
endif()
