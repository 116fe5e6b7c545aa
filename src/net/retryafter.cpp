#include "net/retryafter.h"

#include "net/response.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Net {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds maxWait = std::chrono::hours(24);

// Qt's date formats cannot derive the century of a two-digit year, and reject a wrong day of the week.
QDateTime httpDate(const QString &text, const QDateTime &now)
{
    static const QRegularExpression forms[] = {
        QRegularExpression(uR"(^[A-Z][a-z]{2}, (?<d>\d\d) (?<m>[A-Z][a-z]{2}) (?<y>\d{4}) (?<t>\S{8}) GMT$)"_s),
        QRegularExpression(uR"(^[A-Z][a-z]+, (?<d>\d\d)-(?<m>[A-Z][a-z]{2})-(?<y>\d\d) (?<t>\S{8}) GMT$)"_s),
        QRegularExpression(uR"(^[A-Z][a-z]{2} (?<m>[A-Z][a-z]{2}) (?<d>[ \d]\d) (?<t>\S{8}) (?<y>\d{4})$)"_s),
    };
    static const QStringList months{u"Jan"_s, u"Feb"_s, u"Mar"_s, u"Apr"_s, u"May"_s, u"Jun"_s,
                                    u"Jul"_s, u"Aug"_s, u"Sep"_s, u"Oct"_s, u"Nov"_s, u"Dec"_s};
    for (const QRegularExpression &form : forms) {
        const auto match = form.match(text);
        if (!match.hasMatch())
            continue;
        int year = match.captured(u"y"_s).toInt();
        if (year < 100) { // RFC 9110, 5.6.7: more than 50 years ahead means the past
            const int thisYear = now.toUTC().date().year();
            year += thisYear - thisYear % 100;
            if (year > thisYear + 50)
                year -= 100;
        }
        const QDate date(year, int(months.indexOf(match.captured(u"m"_s))) + 1,
                         match.captured(u"d"_s).trimmed().toInt());
        const QTime time = QTime::fromString(match.captured(u"t"_s), u"HH:mm:ss"_s);
        if (date.isValid() && time.isValid())
            return QDateTime(date, time, Qt::UTC);
    }
    return {};
}

} // namespace

std::optional<milliseconds> parseRetryAfter(QByteArrayView value, const QDateTime &now)
{
    const QByteArray text = value.trimmed().toByteArray();
    if (!text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) {
        bool fits = false;
        const qlonglong seconds = text.toLongLong(&fits);
        return fits && seconds < 86'400 ? milliseconds(seconds * 1000) : maxWait;
    }
    const QDateTime date = httpDate(QString::fromLatin1(text), now);
    if (!date.isValid())
        return {};
    return std::clamp(milliseconds(now.msecsTo(date)), milliseconds{0}, maxWait);
}

std::optional<milliseconds> retryAfterOf(const ResponseHead &head, const QDateTime &now)
{
    return parseRetryAfter(head.header("Retry-After"), sentAt(head, now).value_or(now));
}

std::optional<QDateTime> sentAt(const ResponseHead &head, const QDateTime &now)
{
    const QDateTime sent = httpDate(QString::fromLatin1(head.header("Date").trimmed()), now);
    return sent.isValid() ? std::optional(sent) : std::nullopt;
}

} // namespace Net
