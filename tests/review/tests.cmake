foreach(source changes totals)
    writeback_test(review/${source} LINK review)
endforeach()
# Read by a library that the product does not use.
writeback_test(review/changescsv LINK review sandbox)
