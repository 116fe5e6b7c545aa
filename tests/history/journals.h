#pragma once

#include "history/runjournal.h"
#include "writeback/runreport.h"

#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

// Journals of runs, and the history file as seen by another program.
namespace Support {

using namespace Qt::StringLiterals;

const QString profileId = u"p1"_s;

inline Writeback::SheetPlace sheetAt(const QString &sheetId = u"c3d4"_s,
                                     const QString &workiva = u"https://api.app.wdesk.com"_s)
{
    return {QUrl(workiva), u"a1b2"_s, sheetId};
}

// For a run that started `minutes` after a fixed time.
inline Writeback::JournalEntry entry(int minutes = 0, const QString &ofProfile = profileId)
{
    return {.profileId = ofProfile,
            .profileName = u"Balance 'ä'; DROP TABLE runs; 😀"_s,
            .account = u"Finance"_s,
            .clientId = u"client"_s,
            .dataSetId = u"7d9f"_s,
            .sheet = sheetAt(),
            .region = u"B3:"_s,
            .options = u"replace columnNames"_s,
            .target = u"Filing / Balance / B3:"_s,
            .started = QDateTime(QDate(2026, 1, 31), QTime(23, 59, 59, 999), Qt::UTC).addSecs(60 * minutes)};
}

inline Writeback::RunReport report(Writeback::State state = Writeback::State::Verified)
{
    Writeback::RunReport report;
    report.state = state;
    return report;
}

// The location of the history of one test. From here on the test fails on warnings, such as "connection is still in
// use".
struct HistoryFile
{
    HistoryFile() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    [[nodiscard]] History::Place place() const { return History::Place::file(path); }

    QTemporaryDir folder;
    QString path = folder.filePath(u"history.sqlite"_s);
};

inline std::unique_ptr<Writeback::Journal> open(const History::Place &place)
{
    auto opened = History::RunJournal::open(place, {u"tester"_s, u"1.2.3"_s});
    return opened ? *std::move(opened) : nullptr;
}

// Records a complete run with one applied change; false if it could not be recorded.
inline bool recordRun(const History::Place &place, const Writeback::JournalEntry &of,
                      Writeback::State state = Writeback::State::Verified)
{
    const auto journal = open(place);
    if (!journal || !journal->begin(of))
        return false;
    const auto change = journal->sending(u"B3:C9"_s);
    return change && journal->accepted(*change, u"op"_s)
        && journal->ended(*change, Writeback::Journal::ChangeEnd::CarriedOut) && journal->end(report(state));
}

// The first value that a statement returns, as read by another program.
inline QVariant ask(const QString &path, const QString &statement)
{
    const QString name = u"asker"_s;
    QVariant answer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        if (database.open()) {
            QSqlQuery query(database);
            if (query.exec(statement) && query.next())
                answer = query.value(0);
        }
    }
    QSqlDatabase::removeDatabase(name);
    return answer;
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool put(const QString &path, const QByteArray &bytes, qint64 at = 0)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(at) && file.write(bytes) == bytes.size();
}

} // namespace Support
