#pragma once

#include "review/exporttext.h"

namespace Support {

using namespace Qt::StringLiterals;

// Words that no test can take for those of a cell.
inline Review::ExportText exportText()
{
    Review::ExportText text;
    text.summary = u"About"_s;
    text.facts = {{u"DataSet"_s, u"=Units"_s}, {u"Cells"_s, qint64(5'000'000'000)}};
    text.findingsHeading = u"Found"_s;
    text.findings = {u"-1 formula."_s, u"Two."_s};
    text.changes = u"Cells"_s;
    text.cell = u"Place"_s;
    text.column = u"Name"_s;
    text.kind = u"What"_s;
    text.before = u"Had"_s;
    text.after = u"Gets"_s;
    text.difference = u"More"_s;
    text.kinds = {u"other"_s, u"new"_s, u"cleared"_s, u"formula lost"_s, u"formula cleared"_s};
    text.unknownSum = u"unknown"_s;
    text.cutTexts = u"Cut"_s;
    return text;
}

inline Writeback::Comparison comparison(Sheet::Grid existing, Sheet::Grid desired)
{
    Writeback::Comparison made;
    made.region = *Sheet::Region::parse(u"B3:"_s);
    made.anchor = made.region.anchor();
    made.existing = std::move(existing);
    made.desired = std::move(desired);
    made.columns = {u"Unit"_s, u"Heads"_s};
    return made;
}

} // namespace Support
