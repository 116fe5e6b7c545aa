#include "ui/review/numberstyle.h"

#include "sheet/totals.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

const QString separatorsKey = u"review/separators"_s;
const QString parenthesesKey = u"review/parentheses"_s;

constexpr qsizetype groupSize = 3;

} // namespace

QString NumberStyle::applied(const QString &digits) const
{
    static const QRegularExpression form(u"^(-?)(\\d+)(\\.\\d+)?$"_s);
    if (isPlain())
        return digits;
    const QRegularExpressionMatch match = form.match(digits);
    if (!match.hasMatch())
        return digits;
    QString whole = match.captured(2);
    QString fraction = match.captured(3);
    if (separators) {
        const QLocale locale;
        for (qsizetype at = whole.size() - groupSize; at > 0; at -= groupSize)
            whole.insert(at, locale.groupSeparator());
        if (!fraction.isEmpty())
            fraction = locale.decimalPoint() + fraction.mid(1);
    }
    QString number = whole + fraction;
    if (match.captured(1).isEmpty())
        return number;
    return parentheses ? u'(' + number + u')' : u'-' + number;
}

NumberStyle NumberStyle::saved()
{
    const QSettings settings;
    return {.separators = settings.value(separatorsKey).toBool(),
            .parentheses = settings.value(parenthesesKey).toBool()};
}

std::optional<std::string> magnitudeOf(const QString &text)
{
    const QLocale locale;
    QString digits = text.simplified();
    if (locale.decimalPoint() != u"."_s) {
        if (Sheet::toJsonNumber(digits.toStdString()).empty())
            digits.remove(locale.groupSeparator()).replace(locale.decimalPoint(), u"."_s);
    } else {
        digits.remove(locale.groupSeparator());
    }
    const std::string number = Sheet::toJsonNumber(digits.toStdString());
    if (number.empty())
        return {};
    std::optional<std::string> magnitude = Sheet::difference("0", number);
    if (magnitude && magnitude->starts_with('-'))
        magnitude->erase(0, 1);
    return magnitude;
}

void NumberStyle::save() const
{
    QSettings settings;
    settings.setValue(separatorsKey, separators);
    settings.setValue(parenthesesKey, parentheses);
}

} // namespace Ui
