#include "fuzz/fuzz.h"

#include "sheet/region.h"

// Any text is a region, or an error with a position in the text; a region can be written and read again.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const Core::Result<Sheet::Region> region = Sheet::Region::parse(text);
    (void)Sheet::Region::sheetNameIn(text);
    if (!region) {
        FUZZ_CHECK(region.error().kind == Core::ErrorKind::InvalidRegion);
        const auto *fault = region.error().cause.as<Sheet::RegionFault>();
        FUZZ_CHECK(fault);
        FUZZ_CHECK(fault->position >= 0 && fault->position <= text.size());
        FUZZ_CHECK(!fault->reason.isEmpty());
        return 0;
    }

    const Core::Result<Sheet::Region> again = Sheet::Region::parse(region->toString());
    FUZZ_CHECK(again);
    FUZZ_CHECK(*again == *region);
    const Sheet::Rectangle bounded = region->bounded();
    FUZZ_CHECK(region->contains(bounded));
    FUZZ_CHECK(region->clamped(bounded) == bounded);
    FUZZ_CHECK(!region->isClosed() || Sheet::Region(bounded) == *region);
    return 0;
}
