#include "sandbox/sheetmarks.h"

#include "sandbox/options.h"
#include "sandbox/workiva/rangelinks.h"
#include "sheet/region.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

struct Place
{
    Worksheet *sheet = nullptr;
    Sheet::Region region;
};

Core::Result<Place> placeOf(const Spreadsheets &spreadsheets, const QString &text)
{
    const qsizetype end = text.lastIndexOf(u'!');
    const auto region = Sheet::Region::parse(text.sliced(end + 1));
    if (end < 0 || !region)
        return Core::fail(Core::ErrorKind::InvalidInput, text, u"expected SHEET!RANGE"_s);
    const QString name = text.left(end);
    for (const auto &spreadsheet : spreadsheets) {
        for (const auto &sheet : spreadsheet->sheets) {
            if (name == sheet->id || name == spreadsheet->name + u'/' + spreadsheet->path(*sheet).join(u'/'))
                return Place{sheet.get(), *region};
        }
    }
    return Core::fail(Core::ErrorKind::InvalidInput, text, u"there is no sheet \"%1\""_s.arg(name));
}

Core::Result<void> linkRanges(const Spreadsheets &spreadsheets, const QString &text)
{
    const qsizetype equals = text.indexOf(u'=', text.indexOf(u'!'));
    const auto source = placeOf(spreadsheets, text.left(equals));
    if (!source)
        return Core::propagate(source);
    const RangeLink link = addSource(*source->sheet, source->region.bounded());
    if (equals < 0)
        return {};
    const auto destination = placeOf(spreadsheets, text.sliced(equals + 1));
    if (!destination)
        return Core::propagate(destination);
    addDestination(*source->sheet, link, *destination->sheet, destination->region.anchor());
    return {};
}

// Adds a range to the list `member` of a sheet.
Core::Result<void> mark(const Spreadsheets &spreadsheets, const QString &text,
                        std::vector<Sheet::Rectangle> Worksheet::*member)
{
    const auto place = placeOf(spreadsheets, text);
    if (!place)
        return Core::propagate(place);
    auto &areas = place->sheet->*member;
    if (std::ranges::find(areas, place->region.bounded()) == areas.end())
        areas.push_back(place->region.bounded());
    if (member == &Worksheet::inputCells)
        place->sheet->lock = u"inputMode"_s;
    return {};
}

} // namespace

Core::Result<void> markSheets(const Spreadsheets &spreadsheets, const Options &options)
{
    for (const QString &text : options.rangeLinks) {
        if (auto linked = linkRanges(spreadsheets, text); !linked)
            return linked;
    }
    for (const auto &[texts, member] : {std::pair(options.lockedCells, &Worksheet::lockedCells),
                                        std::pair(options.linkedCells, &Worksheet::linkedCells),
                                        std::pair(options.inputCells, &Worksheet::inputCells)}) {
        for (const QString &text : texts) {
            if (auto marked = mark(spreadsheets, text, member); !marked)
                return marked;
        }
    }
    return {};
}

} // namespace Sandbox
