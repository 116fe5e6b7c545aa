#include "ui/hands.h"
#include "ui/runs/pastruns.h"

#include <QTableWidget>
#include <QTest>

using Core::ErrorKind;
using Writeback::State;

namespace {

History::RunRecord record(State state, const std::optional<Core::Error> &error = {})
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
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
        Desktop::PastRuns dialog(QStringLiteral("Balance"), {record(State::Verified), record(State::Failed, error)});
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

    void whatHasNotRunSaysSo()
    {
        Desktop::PastRuns dialog(QStringLiteral("Balance"), {});
        dialog.show();
        QVERIFY(!dialog.findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly)->text().isEmpty());
    }
};

QTEST_MAIN(TestPastRuns)
#include "tst_pastruns.moc"
