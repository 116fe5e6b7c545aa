#include "workiva/webaddress.h"

#include <cstddef>
#include <cstdint>

// Any text as what a user may paste: an address with an ID, or an error; never a crash.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto address = Workiva::parseAddress(text);
    if (address && (address->spreadsheetId.isEmpty() || address->spreadsheetId.contains(u'/')))
        __builtin_trap();
    return 0;
}
