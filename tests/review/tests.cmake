foreach(source changes totals)
    writeback_test(review/${source} LINK review)
endforeach()
