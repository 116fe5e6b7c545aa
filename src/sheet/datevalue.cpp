#include "sheet/datevalue.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QTime>

#include <charconv>
#include <cmath>

namespace Sheet {

namespace {

constexpr qint64 millisecondsOfADay = 86'400'000;
constexpr qint64 firstAgreedDay = 61; // 1900-03-01: some spreadsheets count a 29 February 1900
// Milliseconds: the precision of a date in a double with 15 digits, plus a margin.
constexpr double serialPrecision = 5.0;

std::optional<qint64> daysOf(std::string_view text)
{
    const QDate day = QDate::fromString(QString::fromLatin1(text.data(), qsizetype(text.size())), Qt::ISODate);
    if (!day.isValid())
        return {};
    return QDate(1899, 12, 30).daysTo(day);
}

bool isOf(std::string_view text, std::string_view pattern) // d is a digit
{
    if (text.size() != pattern.size())
        return false;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool fits = pattern[i] == 'd' ? text[i] >= '0' && text[i] <= '9' : text[i] == pattern[i];
        if (!fits)
            return false;
    }
    return true;
}

} // namespace

std::optional<qint64> dateValue(std::string_view text)
{
    constexpr size_t dateLength = 10;
    const std::string_view date = text.substr(0, dateLength);
    const std::optional<qint64> days = isOf(date, "dddd-dd-dd") ? daysOf(date) : std::nullopt;
    if (!days)
        return {};
    text.remove_prefix(dateLength);
    if (text.empty())
        return *days * millisecondsOfADay;
    if (text.front() != 'T' && text.front() != ' ')
        return {};
    text.remove_prefix(1);
    const bool isTime = isOf(text, "dd:dd") || isOf(text, "dd:dd:dd") || isOf(text, "dd:dd:dd.d")
        || isOf(text, "dd:dd:dd.dd") || isOf(text, "dd:dd:dd.ddd");
    const QTime time = isTime
        ? QTime::fromString(QString::fromLatin1(text.data(), qsizetype(text.size())), Qt::ISODateWithMs)
        : QTime();
    if (!time.isValid())
        return {};
    return *days * millisecondsOfADay + time.msecsSinceStartOfDay();
}

bool sameDate(std::string_view wanted, std::string_view found)
{
    const auto value = dateValue(wanted);
    return value && value == dateValue(found);
}

bool isSerialOf(std::string_view serial, std::string_view wanted)
{
    const auto value = dateValue(wanted);
    double days = 0;
    const auto read = std::from_chars(serial.data(), serial.data() + serial.size(), days);
    if (!value || *value < firstAgreedDay * millisecondsOfADay || read.ec != std::errc())
        return false;
    return std::abs(days * double(millisecondsOfADay) - double(*value)) <= serialPrecision;
}

} // namespace Sheet
