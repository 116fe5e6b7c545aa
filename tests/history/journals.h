#pragma once

#include "history/runjournal.h"
#include "writeback/runreport.h"

#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

// What runs say of themselves, and what another program sees in the file.
namespace Support {

using namespace Qt::StringLiterals;

const QString profileId = u"p1"_s;

inline Writeback::SheetPlace sheetAt(const QString &sheetId = u"c3d4"_s,
                                     const QString &workiva = u"https://api.app.wdesk.com"_s)
{
    return {QUrl(workiva), u"a1b2"_s, sheetId};
}

// Of a run that began `minutes` after a fixed time.
inline Writeback::JournalEntry entry(int minutes = 0, const QString &ofProfile = profileId)
{
    return {.profileId = ofProfile,
            .profileName = u"Balance 'ä'; DROP TABLE runs; 😀"_s,
            .account = u"Finance"_s,
            .clientId = u"client"_s,
            .dataSetId = u"7d9f"_s,
            .sheet = sheetAt(),
            .region = u"B3:"_s,
            .target = u"Filing / Balance / B3:"_s,
            .started = QDateTime(QDate(2026, 1, 31), QTime(23, 59, 59, 999), Qt::UTC).addSecs(60 * minutes)};
}

inline Writeback::RunReport report(Writeback::State state = Writeback::State::Verified)
{
    Writeback::RunReport report;
    report.state = state;
    return report;
}

// Where the history of one test lies. From here on the test fails on warnings, such as "connection is still in use".
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

// Writes down a run from beginning to end, with one change that was carried out; false when that could not be done.
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

// The first value that a statement answers, as another program gets it.
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
