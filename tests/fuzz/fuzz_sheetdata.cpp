#include "fuzz/fuzz.h"

#include "workiva/sheetdatapage.h"
#include "workiva/tablecellspage.h"

namespace {

template <typename Page> void check(const QByteArray &reply)
{
    const auto page = Page::parse(reply);
    if (!page) {
        FUZZ_CHECK(page.error().kind == Core::ErrorKind::BadReply);
        FUZZ_CHECK(page.error().subject.startsWith(u'$'));
        return;
    }
    const auto &range = page->range();
    FUZZ_CHECK(!range || (!range->isEmpty() && range->row >= 0 && range->column >= 0));
    size_t cells = 0;
    for (size_t row = 0; row < page->rows(); ++row)
        cells += page->row(row).size();
    FUZZ_CHECK(cells <= size_t(reply.size()));
}

} // namespace

// Any bytes are a page of sheetdata or of a table's cells, or an error that names the path.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray reply(reinterpret_cast<const char *>(data), qsizetype(size));
    check<Workiva::SheetDataPage>(reply);
    check<Workiva::TableCellsPage>(reply);
    return 0;
}
