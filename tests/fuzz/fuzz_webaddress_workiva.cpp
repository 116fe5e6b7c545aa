#include "fuzz/fuzz.h"

#include "workiva/webaddress.h"

// Any text is an address with an ID that is valid in a path, or an error that quotes it; that ID is an address too.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto address = Workiva::parseAddress(text);
    if (!address) {
        FUZZ_CHECK(address.error().kind == Core::ErrorKind::InvalidInput);
        FUZZ_CHECK(address.error().subject == text);
        return 0;
    }

    FUZZ_CHECK(!address->spreadsheetId.isEmpty() && !address->spreadsheetId.contains(u'/'));
    const auto again = Workiva::parseAddress(address->spreadsheetId);
    FUZZ_CHECK(again && again->spreadsheetId == address->spreadsheetId);
    return 0;
}
