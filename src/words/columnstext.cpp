#include "words/columnstext.h"

#include "sheet/decimal.h"
#include "words/shown.h"
#include "words/spoken.h"

#include <utility>

namespace Words {

namespace {

using namespace Qt::StringLiterals;

using Writeback::Finding;
using Trait = Finding::Trait;

constexpr qsizetype maxColumns = 3;

// By the service's word; as it is, if there is none of ours.
QString scaleText(const QString &word)
{
    const std::pair<QLatin1String, QString> scales[]{
        {"MILLIONTHS"_L1, Spoken::tr("millionths")},   {"BASIS POINTS"_L1, Spoken::tr("basis points")},
        {"THOUSANDTHS"_L1, Spoken::tr("thousandths")}, {"HUNDREDTHS"_L1, Spoken::tr("hundredths")},
        {"THOUSANDS"_L1, Spoken::tr("thousands")},     {"TEN THOUSANDS"_L1, Spoken::tr("ten thousands")},
        {"MILLIONS"_L1, Spoken::tr("millions")},       {"HUNDRED MILLIONS"_L1, Spoken::tr("hundred millions")},
        {"BILLIONS"_L1, Spoken::tr("billions")},       {"TRILLIONS"_L1, Spoken::tr("trillions")},
    };
    for (const auto &[name, text] : scales) {
        if (word == name)
            return text;
    }
    return shown(word);
}

QString traitText(const Finding::InColumn &one)
{
    const QString count = number(one.count);
    switch (one.trait) {
    case Trait::LeadingZeros: return Spoken::tr("%1 with leading zeros", "values").arg(count);
    case Trait::ManyDigits:
    case Trait::TooManyDigits:
        return Spoken::tr("%1 with more than %2 digits", "values").arg(count, number(Sheet::exactDigits));
    case Trait::Date: return Spoken::tr("%1 like a date", "values").arg(count);
    case Trait::Exponent: return Spoken::tr("%1 like a number with an exponent", "values").arg(count);
    case Trait::TrailingMinus: return Spoken::tr("%1 with a minus sign at the end", "values").arg(count);
    case Trait::Parentheses: return Spoken::tr("%1 like a negative number in parentheses", "values").arg(count);
    case Trait::Sign: return Spoken::tr("%1 that begin with =, +, - or @", "values").arg(count);
    case Trait::Mixed: return Spoken::tr("numbers among its texts: %1").arg(count);
    case Trait::ZerosDropped:
        return Spoken::tr("%1 whose leading zeros are not written, because it is a column of numbers", "values")
            .arg(count);
    case Trait::ShownIn: return Spoken::tr("displayed in %1 by the sheet").arg(scaleText(one.actual));
    case Trait::EnteredIn: return Spoken::tr("entered in %1 in the sheet").arg(scaleText(one.actual));
    case Trait::TotalSmaller:
        return Spoken::tr("its total is %1, which is 1/%2 of what the region holds now (%3)")
            .arg(shown(one.actual), count, shown(one.expected));
    case Trait::TotalLarger:
        return Spoken::tr("its total is %1, which is %2 times what the region holds now (%3)")
            .arg(shown(one.actual), count, shown(one.expected));
    }
    Q_UNREACHABLE();
}

QString partText(const Finding::InColumn &one)
{
    const QString text = traitText(one);
    if (one.place.isEmpty())
        return text;
    return one.trait == Trait::ShownIn || one.trait == Trait::EnteredIn
        ? Spoken::tr("%1 (as in %2)", "format, cell").arg(text, one.place)
        : Spoken::tr("%1 (the first at %2)", "values, cell").arg(text, one.place);
}

} // namespace

QString columnsText(const Finding &finding)
{
    QList<std::pair<QString, QStringList>> columns; // names and parts, in their order
    for (const Finding::InColumn &one : finding.columns) {
        if (columns.isEmpty() || columns.last().first != one.column)
            columns.append({one.column, {}});
        columns.last().second.append(partText(one));
    }
    QStringList sentences;
    for (const auto &[name, parts] : columns.first(std::min(maxColumns, columns.size())))
        sentences.append(Spoken::tr("Column \"%1\": %2.").arg(shown(name), parts.join(u"; "_s)));
    if (columns.size() > maxColumns)
        sentences.append(Spoken::tr("There are such values in more columns."));
    return sentences.join(u' ');
}

} // namespace Words
