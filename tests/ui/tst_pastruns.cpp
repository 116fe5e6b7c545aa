#include "ui/hands.h"
#include "ui/runs/pastruns.h"
#include "ui/runs/recordtext.h"
#include "words/endtext.h"

#include <QClipboard>
#include <QTableWidget>
#include <QTest>

using Core::ErrorKind;
using Desktop::PastRuns;
using Writeback::State;

namespace {

History::RunRecord record(State state, const std::optional<Core::Error> &error = {})
{
    const QDateTime now(QDate(2026, 11, 26), QTime(13, 5), Qt::UTC);
    return {.id = 1,
            .profileId = QStringLiteral("p"),
            .started = now.addSecs(-90),
            .ended = now,
            .state = Writeback::name(state),
            .error = error,
            .range = QStringLiteral("B3:K9"),
            .sourceRows = 6,
            .sourceColumns = 10,
            .cellsWritten = 60,
            .cellsCompared = 70};
}

} // namespace

class TestPastRuns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChosenRunTellsWhatWentWrong()
    {
        const Core::Error error{
            .kind = ErrorKind::RateLimited, .service = Core::Service::Workiva, .requestId = QStringLiteral("quote-me")};
        PastRuns dialog(QStringLiteral("Balance"), {record(State::Verified), record(State::Failed, error)},
                        PastRuns::Of::OneWriteback);
        dialog.show();
        auto *table = dialog.findChild<QTableWidget *>();
        QCOMPARE(table->rowCount(), 2);
        const auto *what = dialog.findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(what->text().isEmpty()); // the first one ended well
        QTest::keyClick(table, Qt::Key_Down);
        QVERIFY(what->text().startsWith(u'✗'));
        QVERIFY(what->text().contains(error.requestId));
        QCOMPARE(Support::nameless(&dialog), QStringList());
    }

    void whatWasInterruptedHasNoCounts()
    {
        History::RunRecord interrupted = record(State::Verified);
        interrupted.ended = {};
        interrupted.state.clear();
        interrupted.changesSent = 1;
        PastRuns dialog(QStringLiteral("Balance"), {interrupted}, PastRuns::Of::OneWriteback);
        dialog.show();
        const auto *table = dialog.findChild<QTableWidget *>();
        QStringList texts;
        for (int column = 0; column < table->columnCount(); ++column)
            texts.append(table->item(0, column)->text());
        QVERIFY(texts.contains(Words::interruptedName(true)));
        QVERIFY(!texts.contains(QStringLiteral("60")));
        QCOMPARE(dialog.findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly)->text(),
                 Words::interruptedText(true));
    }

    void ofAllTheNameOfEachIsShown()
    {
        History::RunRecord run = record(State::Verified);
        run.profileName = QStringLiteral("Monthly");
        for (const auto of : {PastRuns::Of::OneWriteback, PastRuns::Of::All}) {
            PastRuns dialog(QStringLiteral("Runs"), {run}, of);
            const auto *table = dialog.findChild<QTableWidget *>();
            bool isShown = false;
            for (int column = 0; column < table->columnCount(); ++column)
                isShown =
                    isShown || (!table->isColumnHidden(column) && table->item(0, column)->text() == run.profileName);
            QCOMPARE(isShown, of == PastRuns::Of::All);
        }
    }

    void whatIsKeptOfTheChosenRunIsCopied()
    {
        PastRuns dialog(QStringLiteral("Balance"), {record(State::Verified), record(State::Failed)},
                        PastRuns::Of::OneWriteback);
        dialog.show();
        QTest::keyClick(dialog.findChild<QTableWidget *>(), Qt::Key_Down);
        Hands::button(dialog, QStringLiteral("Copy details"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), Desktop::recordDetails(record(State::Failed)));
    }

    void whatHasNotRunSaysSo()
    {
        PastRuns dialog(QStringLiteral("Balance"), {}, PastRuns::Of::OneWriteback);
        dialog.show();
        QVERIFY(!dialog.findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly)->text().isEmpty());
    }
};

QTEST_MAIN(TestPastRuns)
#include "tst_pastruns.moc"
