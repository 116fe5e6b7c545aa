foreach(source cell celltyping datevalue decimal diff fingerprint fit grid guardrules keptform keydiff keys keyshift lookalikes packedgrid period placedcells places rectangle references region rowquery shaping textlint totals update updatemethod)
    writeback_test(sheet/${source} LINK sheet)
endforeach()
# Read by a library that is not ours, and not the one that the product reads CSV with.
writeback_test(sheet/csvtext LINK sandbox)
