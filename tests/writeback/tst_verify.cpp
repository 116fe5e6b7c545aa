#include "writeback/steps/verify.h"

#include "writeback/stepstage.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Writeback;
using namespace std::chrono_literals;
using Sheet::Cell;
using Support::Answer;

namespace {

QJsonArray jsonOf(std::initializer_list<std::initializer_list<const char *>> rows)
{
    QJsonArray all;
    for (const auto &row : rows) {
        QJsonArray cells;
        for (const char *cell : row) {
            bool isNumber = false;
            const double number = QByteArray(cell).toDouble(&isNumber);
            cells.append(isNumber && *cell != '0' ? QJsonValue(number) : QJsonValue(QString::fromUtf8(cell)));
        }
        all.append(cells);
    }
    return all;
}

Sheet::Grid gridOf(std::initializer_list<std::initializer_list<const char *>> rows)
{
    Sheet::Grid grid;
    for (const auto &row : rows) {
        std::vector<Cell> cells;
        for (const char *cell : row) {
            bool isNumber = false;
            QByteArray(cell).toDouble(&isNumber);
            cells.push_back(isNumber && *cell != '0' ? Cell::ofNumber(cell) : Cell::ofText(cell));
        }
        grid.appendRow(cells);
    }
    return grid;
}

} // namespace

// After the last change: the whole region is read and compared, and differences are believed if they persist.
class TestVerify final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_step.reset();
        m_stage = std::make_unique<Support::StepStage>();
        m_held.clear();
        m_stage->context.request.region = *Sheet::Region::parse(u"A1:B3"_s);
        m_stage->context.sent = true;
        QVERIFY(m_stage->openJournal());
        m_start = m_stage->service.clock.elapsed();
    }

    void wholeRegionIsCompared()
    {
        hold({{"a", "1"}, {"b", "2"}, {"", ""}});
        want({{"a", "1"}, {"b", "2"}});
        QVERIFY(verify());
        QVERIFY(m_step->result());
        QCOMPARE(m_stage->context.cellsCompared, 6);
        QCOMPARE(readings(), 1);
        QCOMPARE(m_stage->context.caughtUp, 0ms);
    }

    void cellOutsideOfWhatWasSentIsSeen()
    {
        hold({{"a", "1"}, {"b", "2"}, {"", "somebody's"}});
        want({{"a", "1"}, {"b", "2"}});
        QVERIFY(verify());
        QVERIFY(!m_step->result());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::Mismatch);
        QCOMPARE(m_stage->context.differences.size(), 1);
        QCOMPARE(m_stage->context.differences.front().place, u"B3"_s);
        QCOMPARE(m_stage->context.differences.front().found, u"somebody's"_s);
    }

    void readingsThatLagCatchUp()
    {
        hold({{"old", "0.5"}, {"b", "2"}, {"", ""}});
        hold({{"a", "1"}, {"b", "2"}, {"", ""}}, 3s);
        want({{"a", "1"}, {"b", "2"}});
        QVERIFY(verify());
        QVERIFY(m_step->result());
        QCOMPARE(readings(), 4); // at once, after 0.5, 1.5 and 3.5 s
        QCOMPARE(m_stage->context.caughtUp, 3'500ms);
    }

    void persistentDifferenceIsBelievedAfterAllPauses()
    {
        hold({{"old", "1"}, {"b", "2"}, {"", ""}});
        want({{"a", "1"}, {"b", "2"}});
        QVERIFY(verify());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::Mismatch);
        QCOMPARE(readings(), 5);
        QCOMPARE(m_stage->service.clock.elapsed() - m_start, 7'500ms);
        QCOMPARE(m_stage->context.cellsCompared, 6);
    }

    void convertedTextIsMarkedForACure()
    {
        hold({{"123", "1"}, {"b", "2"}, {"", ""}});
        want({{"00123", "1"}, {"b", "2"}});
        QVERIFY(verify());
        QVERIFY(m_step->result());
        QVERIFY(m_stage->context.cure);
        QCOMPARE(m_stage->context.cure->spans, (std::vector<Sheet::Span>{{0, 0, 0}}));
        QCOMPARE(readings(), 2); // it persisted
    }

    void whatWasCuredOnceIsADifference()
    {
        hold({{"123", "1"}, {"b", "2"}, {"", ""}});
        want({{"00123", "1"}, {"b", "2"}});
        m_stage->context.cures = 2;
        QVERIFY(verify());
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::Mismatch);
        QCOMPARE(m_stage->context.differences.front().wanted, u"00123"_s);
        QCOMPARE(m_stage->context.differences.front().found, u"123"_s);
    }

    void afterAnErrorTheOldStateIsBelievedAfterAllPauses()
    {
        hold({{"old", "1"}, {"b", "2"}, {"", ""}});
        want({{"a", "1"}, {"b", "2"}});
        m_stage->context.open.push_back({.id = *m_stage->journal->sending(u"A1"_s), .block = {}, .denied = true});
        QVERIFY(verify(true));
        QVERIFY(!m_step->result());
        QVERIFY(m_stage->context.provenUntouched);
        QVERIFY(m_stage->context.open.empty());
        QVERIFY(m_stage->ledger.changes().front().end == Journal::ChangeEnd::Refused);
        QCOMPARE(readings(), 5);
        QCOMPARE(m_stage->service.clock.elapsed() - m_start, 7'500ms);
    }

    void afterAnErrorALateChangeIsSeen()
    {
        hold({{"old", "1"}, {"b", "2"}, {"", ""}});
        hold({{"a", "1"}, {"b", "2"}, {"", ""}}, 6s);
        want({{"a", "1"}, {"b", "2"}});
        QVERIFY(verify(true));
        QVERIFY(m_step->result());
        QVERIFY(!m_stage->context.provenUntouched);
        QVERIFY(m_stage->context.sheetAltered);
    }

    void completedBlockIsNeverUntouched()
    {
        hold({{"old", "1"}, {"b", "2"}, {"", ""}});
        want({{"a", "1"}, {"b", "2"}});
        m_stage->context.cellsDone = 1; // readings may lag behind it
        QVERIFY(verify(true));
        QVERIFY(!m_stage->context.provenUntouched);
    }

    void readingThatFailsProvesNothing()
    {
        m_stage->server.expect("GET /spreadsheets/p/sheets/s/values/A1:B3?$valuestyle=raw&$maxcellsperpage=50000",
                               Answer::json(403, "{}"));
        want({{"a", "1"}, {"b", "2"}});
        QVERIFY(verify(true));
        QCOMPARE(m_step->result().error().kind, Core::ErrorKind::NoAccess);
        QVERIFY(!m_stage->context.provenUntouched);
        QCOMPARE(m_stage->context.cellsCompared, 0);
    }

    void openChangesThatAreInHaveEnded()
    {
        hold({{"a", "1"}, {"b", "2"}, {"", ""}});
        want({{"a", "1"}, {"b", "2"}});
        m_stage->context.open.push_back(
            {.id = *m_stage->journal->sending(u"A1:B1"_s), .block = Block{.area = {0, 0, 1, 2}, .spans = {}}});
        QVERIFY(verify(true));
        QVERIFY(m_step->result());
        QVERIFY(m_stage->context.open.empty());
        QVERIFY(m_stage->ledger.changes().front().end == Journal::ChangeEnd::CarriedOut);
    }

private:
    void hold(std::initializer_list<std::initializer_list<const char *>> rows, std::chrono::milliseconds from = 0ms)
    {
        if (m_held.empty()) {
            m_stage->context.existing = gridOf(rows);
            const auto answer = [this](const Support::HttpRequest &request) {
                QJsonArray shown;
                for (const Held &held : m_held) {
                    if (m_stage->service.clock.elapsed() - m_start >= held.from)
                        shown = held.rows;
                }
                // The reader requests the whole region first, and a part of it later.
                const QString range = QString::fromLatin1(request.target.split('/').last().split('?').first());
                const Sheet::Rectangle asked = Sheet::Region::parse(range)->bounded();
                QJsonArray part;
                for (int row = asked.row; row <= asked.lastRow(); ++row) {
                    QJsonArray cells;
                    for (int column = asked.column; column <= asked.lastColumn(); ++column)
                        cells.append(shown.at(row).toArray().at(column));
                    part.append(cells);
                }
                const QJsonObject page{{u"values"_s, part}};
                return Answer::json(200, QJsonDocument(QJsonObject{{u"data"_s, QJsonArray{page}}}).toJson());
            };
            for (const char *range : {"A1:B3", "A1", "B1", "A2", "B2", "A3", "B3", "A1:B1", "A1:A2", "A1:B2"})
                m_stage->server.always(QByteArray("GET /spreadsheets/p/sheets/s/values/") + range
                                           + "?$valuestyle=raw&$maxcellsperpage=50000",
                                       answer);
        }
        m_held.push_back({from, jsonOf(rows)});
    }

    void want(std::initializer_list<std::initializer_list<const char *>> rows)
    {
        m_stage->context.desired = gridOf(rows);
        m_stage->context.diff = Sheet::diff(m_stage->context.existing, m_stage->context.desired);
        m_stage->context.planned = m_stage->context.diff.spans;
    }

    [[nodiscard]] bool verify(bool afterError = false)
    {
        m_step = std::make_unique<Verify>(m_stage->context, afterError);
        return Support::finishes(*m_step, m_stage->service.clock);
    }

    [[nodiscard]] qsizetype readings() const { return m_stage->server.requests().size(); }

    struct Held
    {
        std::chrono::milliseconds from;
        QJsonArray rows;
    };

    std::unique_ptr<Support::StepStage> m_stage;
    std::unique_ptr<Verify> m_step;
    std::vector<Held> m_held; // what readings return, and from when on
    std::chrono::milliseconds m_start{};
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
