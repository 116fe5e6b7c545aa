#include "history/schedulelog.h"

#include "history/opening.h"
#include "history/values.h"

#include <tuple>

using namespace Qt::StringLiterals;

namespace History {

namespace {

using namespace std::chrono_literals;

constexpr auto busyTimeout = 5s; // runs write to the same file

} // namespace

QString name(Noted what)
{
    switch (what) {
    case Noted::HandedOver: return u"handedOver"_s;
    case Noted::FirstStart: return u"firstStart"_s;
    case Noted::OutOfForce: return u"outOfForce"_s;
    case Noted::Missed: return u"missed"_s;
    case Noted::Overlapped: return u"overlapped"_s;
    case Noted::Paused: return u"paused"_s;
    case Noted::NoNewData: return u"noNewData"_s;
    case Noted::Unconfirmed: return u"unconfirmed"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Noted> notedNamed(const QString &text)
{
    for (int what = 0; what <= int(lastNoted); ++what) {
        if (name(Noted(what)) == text)
            return Noted(what);
    }
    return std::nullopt;
}

Core::Result<QString> scheduleInForce(Database &database, const QString &profileId)
{
    QSqlQuery query = database.prepared(
        u"SELECT schedule FROM scheduleLog WHERE profileId = ? AND what IN (?, ?, ?) ORDER BY due DESC LIMIT 1"_s,
        {fromText(profileId), name(Noted::HandedOver), name(Noted::FirstStart), name(Noted::OutOfForce)});
    if (!database.run(query))
        return database.failure();
    return query.next() ? query.value(0).toString() : QString();
}

Core::Result<std::unique_ptr<ScheduleLog>> ScheduleLog::open(const Place &place)
{
    auto database = openHistory(place);
    if (!database)
        return Core::propagate(database);
    return std::make_unique<ScheduleLog>(*std::move(database));
}

ScheduleLog::ScheduleLog(std::unique_ptr<Database> database) : m_database(std::move(database))
{
    m_database->setBusyTimeout(busyTimeout);
}

ScheduleLog::~ScheduleLog() = default;

Core::Result<void> ScheduleLog::note(const QString &profileId, const QList<ScheduleNote> &notes)
{
    if (notes.isEmpty())
        return {};
    bool done = m_database->run(u"BEGIN IMMEDIATE"_s);
    if (!done)
        return m_database->failure();
    for (const ScheduleNote &note : notes) {
        QSqlQuery query = m_database->prepared(
            u"INSERT OR %1 INTO scheduleLog (profileId, due, what, noted, schedule) VALUES (?, ?, ?, ?, ?)"_s.arg(
                isOfForce(note.what) ? u"REPLACE"_s : u"IGNORE"_s),
            {fromText(profileId), fromTime(note.due), name(note.what), fromTime(note.noted), note.schedule});
        done = done && m_database->run(query);
    }
    if (done && m_database->run(u"COMMIT"_s))
        return {};
    const Core::Failure failure = m_database->failure();
    std::ignore = m_database->run(u"ROLLBACK"_s); // the failure is the one above
    return failure;
}

Core::Result<void> ScheduleLog::putIntoForce(const QString &profileId, const QString &fingerprint, bool anew)
{
    const auto before = scheduleInForce(*m_database, profileId);
    if (!before)
        return Core::propagate(before);
    if (*before == fingerprint && !anew)
        return {};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return note(profileId, {{now, fingerprint.isEmpty() ? Noted::OutOfForce : Noted::HandedOver, now, fingerprint}});
}

} // namespace History
