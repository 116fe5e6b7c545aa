#pragma once

#include "review/exporttext.h"
#include "support/testgrid.h"

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
    text.left = u"Left"_s;
    text.leftEmpty = u"(nothing)"_s;
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

// Of a region with three cells that were edited: of the first two it is known what was left in them.
inline Writeback::Comparison editedComparison()
{
    Writeback::Comparison made = comparison(gridOf({{text("a"), number("12")}, {text("c"), number("1")}}),
                                            gridOf({{text("b"), number("14")}, {text("d"), number("2")}}));
    made.edited = {{0, 0, 1}, {1, 0, 0}};
    made.left.add({0, 0}, {});
    made.left.add({0, 1}, number("10.50"));
    return made;
}

} // namespace Support
