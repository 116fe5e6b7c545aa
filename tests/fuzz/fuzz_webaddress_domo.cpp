#include "fuzz/fuzz.h"

#include "domo/webaddress.h"

// Any text contains an ID that is valid in a path, or is an error that quotes it; that ID is found again.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto id = Domo::dataSetIdIn(text);
    if (!id) {
        FUZZ_CHECK(id.error().kind == Core::ErrorKind::InvalidInput);
        FUZZ_CHECK(id.error().subject == text);
        return 0;
    }

    FUZZ_CHECK(!id->isEmpty() && text.contains(*id));
    FUZZ_CHECK(!id->contains(u'/') && !id->contains(u'.'));
    FUZZ_CHECK(Domo::dataSetIdIn(*id) == *id);
    return 0;
}
