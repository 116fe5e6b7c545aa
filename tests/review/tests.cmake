foreach(source changes highlights keeping listing totals)
    writeback_test(review/${source} LINK review)
endforeach()
# Read by libraries that the product does not use.
writeback_test(review/changescsv LINK review sandbox)
writeback_test(review/xlsxexport LINK review xlsx_support)
