#include "words/reporttext.h"

#include "words/errortext.h"

#include <QTest>

using Writeback::State;
using Writeback::StepName;

class TestReportText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepHasASentenceOfItsOwn()
    {
        constexpr int last = int(StepName::Verify);
        QSet<QString> seen;
        for (int step = 0; step <= last; ++step) {
            const QString text = Words::stepText(StepName(step));
            QVERIFY(!text.isEmpty());
            seen.insert(text);
        }
        QCOMPARE(seen.size(), last + 1);
    }

    void aReviewNamesSourceTargetAndChanges()
    {
        Writeback::ReviewSummary review;
        review.dataSetName = QStringLiteral("Headcount");
        review.spreadsheetName = QStringLiteral("Filing");
        review.sheetPath = QStringLiteral("Parent/Child");
        review.sourceRows = 1234;
        review.sourceColumns = 3;
        review.fit.data = {.row = 2, .column = 1, .rows = 1235, .columns = 3};
        review.changes = {.changed = 7, .added = 11, .cleared = 13, .unchanged = 17, .kept = 0};
        const QString text = Words::reviewText(review);
        for (const QString &part :
             {QStringLiteral("Headcount"), QStringLiteral("Filing"), QStringLiteral("Parent/Child"),
              QStringLiteral("1,234"), QStringLiteral("B3:D1237"), QStringLiteral("7 "), QStringLiteral("11 "),
              QStringLiteral("13 "), QStringLiteral("17 ")})
            QVERIFY2(text.contains(part), qPrintable(part));
        QVERIFY(!text.endsWith(u'\n'));
    }

    void aReviewOfNothingIsEmpty() { QVERIFY(Words::reviewText({}).isEmpty()); }

    void aReportEndsWithWhatHappenedToTheSheet()
    {
        Writeback::RunReport report;
        report.state = State::Verified;
        report.cellsCompared = 5;
        const QString text = Words::reportText(report);
        QVERIFY(text.contains(Writeback::name(State::Verified)));
        QVERIFY(text.endsWith(Words::stateText(State::Verified)));
    }

    void aReportOfAFailureSaysWhyAndWhatToDo()
    {
        Writeback::RunReport report;
        report.state = State::Failed;
        report.error = Core::Error{.kind = Core::ErrorKind::NotFound, .service = Core::Service::Domo};
        const QString text = Words::reportText(report);
        const Words::ErrorText error = Words::errorText(*report.error);
        QVERIFY(text.contains(error.message));
        QVERIFY(text.contains(error.next));
        QVERIFY(text.contains(Words::stateText(State::Failed)));
    }
};

QTEST_GUILESS_MAIN(TestReportText)
#include "tst_reporttext.moc"
