foreach(source cell celltyping datevalue decimal diff fit grid keptform keydiff keys rectangle region textlint totals updatemethod)
    writeback_test(sheet/${source} LINK sheet)
endforeach()
