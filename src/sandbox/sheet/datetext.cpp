#include "sandbox/sheet/datetext.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

// The numbers of a text such as 2026-01-31 or 08:15:00; empty if there is anything else between them.
std::vector<int> numbersBetween(std::string_view text, const char *marks)
{
    const std::string_view between = marks;
    std::vector<int> numbers{0};
    size_t digits = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9' && ++digits <= 4) {
            numbers.back() = numbers.back() * 10 + (c - '0');
        } else if (between.find(c) != std::string_view::npos && digits > 0) {
            numbers.push_back(0);
            digits = 0;
        } else {
            return {};
        }
    }
    return digits > 0 ? numbers : std::vector<int>{};
}

QDate readDay(std::string_view text)
{
    const std::vector<int> n = numbersBetween(text, "-/");
    if (n.size() == 3)
        return n[0] > 31 ? QDate(n[0], n[1], n[2]) : QDate(n[2] < 100 ? 2000 + n[2] : n[2], n[0], n[1]);
    return n.size() == 2 ? QDate(QDate::currentDate().year(), n[0], n[1]) : QDate();
}

QTime readTime(std::string_view text)
{
    const std::vector<int> n = numbersBetween(text, ":");
    return n.size() == 2 || n.size() == 3 ? QTime(n[0], n[1], n.size() == 3 ? n[2] : 0) : QTime();
}

double part(const QTime &time)
{
    return time.msecsSinceStartOfDay() / 86'400'000.0;
}

} // namespace

std::optional<DateText> DateText::read(std::string_view text)
{
    const size_t gap = text.find_first_of("T ");
    DateText read{readDay(text.substr(0, gap)), std::nullopt};
    if (gap != std::string_view::npos)
        read.time = readTime(text.substr(gap + 1));
    return read.day.isValid() && (!read.time || read.time->isValid()) ? std::optional(read) : std::nullopt;
}

double DateText::serial() const
{
    return double(QDate(1899, 12, 30).daysTo(day)) + (time ? part(*time) : 0);
}

std::string DateText::iso() const
{
    const QString date = day.toString(Qt::ISODate);
    return (time ? date + u'T' + time->toString(u"HH:mm:ss"_s) : date).toStdString();
}

std::optional<double> partOfDay(std::string_view text)
{
    const QTime time = readTime(text);
    return time.isValid() ? std::optional(part(time)) : std::nullopt;
}

} // namespace Sandbox
