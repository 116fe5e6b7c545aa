foreach(source cell celltyping datevalue decimal diff fit grid keptform keys rectangle region textlint updatemethod)
    writeback_test(sheet/${source} LINK sheet)
endforeach()
