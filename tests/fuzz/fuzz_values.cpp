#include "fuzz/fuzz.h"

#include "workiva/valuesbody.h"
#include "workiva/valuespage.h"

using Workiva::ValuesBody;
using Workiva::ValuesPage;

// Any bytes are a page of values, or an error that names the path; the cells of a page can be written and read again,
// except unreadable ones.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto page = ValuesPage::parse(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!page) {
        FUZZ_CHECK(page.error().kind == Core::ErrorKind::BadReply);
        FUZZ_CHECK(page.error().subject.startsWith(u'$'));
        return 0;
    }

    size_t rows = 0;
    ValuesBody body;
    for (const ValuesPage::Block &block : page->blocks()) {
        FUZZ_CHECK(block.firstRow == rows && block.endRow >= rows);
        for (; rows < block.endRow; ++rows) {
            body.beginRow();
            for (const Sheet::Cell &cell : page->row(rows))
                body.add(cell);
        }
    }
    const auto again = ValuesPage::parse("{\"data\":[" + body.take() + "]}");
    FUZZ_CHECK(again);
    for (size_t row = 0; row < rows; ++row) {
        const auto before = page->row(row);
        const auto after = again->row(row);
        FUZZ_CHECK(before.size() == after.size());
        for (size_t i = 0; i < before.size(); ++i) {
            const bool wasRead = before[i].kind != Sheet::CellKind::Unreadable;
            FUZZ_CHECK(wasRead ? Sheet::sameValue(before[i], after[i]) : after[i].isBlank());
        }
    }
    return 0;
}
