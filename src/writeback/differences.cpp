#include "writeback/differences.h"

#include "sheet/decimal.h"
#include "sheet/textlint.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Writeback {

namespace {

using Sheet::Cell;
using Sheet::CellKind;

QString textOf(const Cell &cell)
{
    return QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
}

QString shown(const Cell &cell)
{
    const QString text = textOf(cell);
    return text.size() <= maxOfAText ? text : text.left(maxOfAText) + u'…';
}

QString withOneLineBreak(QString text)
{
    return text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
}

Difference::Kind kindOfTexts(const QString &wanted, const QString &found)
{
    if (withOneLineBreak(wanted) == withOneLineBreak(found))
        return Difference::Kind::LineBreaks;
    if (wanted.trimmed() == found.trimmed())
        return Difference::Kind::OuterBlanks;
    if (wanted.normalized(QString::NormalizationForm_C) == found.normalized(QString::NormalizationForm_C))
        return Difference::Kind::UnicodeForm;
    return Difference::Kind::Other;
}

Difference::Kind kindOf(const Cell &wanted, const Cell &found)
{
    if (found.kind == CellKind::Formula)
        return Difference::Kind::Formula;
    if (wanted.kind == CellKind::Text && found.kind == CellKind::Text)
        return kindOfTexts(textOf(wanted), textOf(found));
    if (wanted.kind == CellKind::Number && found.kind == CellKind::Number)
        return Sheet::sameNumber(Sheet::rounded(wanted.text, Sheet::exactDigits),
                                 Sheet::rounded(found.text, Sheet::exactDigits))
            ? Difference::Kind::Digits
            : Difference::Kind::Other;
    return wanted.text == found.text ? Difference::Kind::TypeOnly : Difference::Kind::Other;
}

} // namespace

QList<Difference> differences(const Sheet::Grid &existing, const Sheet::Grid &desired, const Sheet::Diff &diff,
                              Sheet::Address anchor)
{
    QList<Difference> found;
    for (const Sheet::Span &span : diff.spans) {
        for (int column = span.first; column <= span.last; ++column) {
            if (found.size() == maxDifferences)
                return found;
            const Cell wanted = desired.at(span.row, column);
            const Cell there = existing.at(span.row, column);
            found.append({.place = Sheet::toA1(Sheet::Address{span.row + anchor.row, column + anchor.column}),
                          .wanted = shown(wanted),
                          .found = shown(there),
                          .kind = kindOf(wanted, there)});
        }
    }
    return found;
}

bool isCurable(const Cell &found, const Cell &wanted)
{
    return wanted.kind == CellKind::Text && Sheet::mayBeReinterpreted(wanted.text) && !found.isBlank();
}

Sheet::Rectangle boundsOf(const Sheet::Diff &diff)
{
    Sheet::Rectangle bounds;
    for (const Sheet::Span &span : diff.spans)
        bounds = bounds.united({span.row, span.first, 1, span.last - span.first + 1});
    return bounds;
}

qint64 cellsSettled(const std::vector<Sheet::Span> &spans, const Sheet::Diff &left)
{
    qint64 settled = 0;
    auto other = left.spans.begin();
    for (const Sheet::Span &span : spans) {
        settled += span.last - span.first + 1;
        while (other != left.spans.end()
               && (other->row < span.row || (other->row == span.row && other->last < span.first)))
            ++other;
        for (auto at = other; at != left.spans.end() && at->row == span.row && at->first <= span.last; ++at)
            settled -= std::min(at->last, span.last) - std::max(at->first, span.first) + 1;
    }
    return settled;
}

} // namespace Writeback
