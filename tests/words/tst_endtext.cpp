#include "words/endtext.h"

#include "words/errortext.h"
#include "words/statetext.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Writeback::Finding;
using Writeback::State;

namespace {

QString refused(ErrorKind kind, const std::optional<Finding> &finding = {})
{
    Core::Error error{.kind = kind};
    if (finding)
        error.cause = *finding;
    return Words::endName(Writeback::name(State::Refused), error).text;
}

} // namespace

class TestEndText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFindingHasItsOwnRefusal()
    {
        QSet<QString> seen;
        for (int kind = 0; kind <= int(Finding::lastKind); ++kind)
            seen.insert(refused(ErrorKind::Guarded, Finding{.kind = Finding::Kind(kind), .refuses = true}));
        QCOMPARE(seen.size(), int(Finding::lastKind) + 1);
        QVERIFY(!seen.contains(refused(ErrorKind::Guarded))); // the reason is unknown
    }

    void refusalsWithoutAFindingNameTheirReason()
    {
        QSet<QString> seen{refused(ErrorKind::Guarded)};
        const QList kinds{ErrorKind::TooLarge,        ErrorKind::Locked,       ErrorKind::LinkedDataset,
                          ErrorKind::Overflow,        ErrorKind::AmbiguousKey, ErrorKind::OtherColumns,
                          ErrorKind::AlreadyAppended, ErrorKind::FixedRow,     ErrorKind::Busy,
                          ErrorKind::NoConsent,       ErrorKind::Disk,         ErrorKind::EarlierWrite};
        for (const ErrorKind kind : kinds)
            seen.insert(refused(kind));
        QCOMPARE(seen.size(), kinds.size() + 1);
    }

    void declinedIsNotRefused() { QVERIFY(refused(ErrorKind::Declined) != refused(ErrorKind::Guarded)); }

    void whatAPersonChoseNeedsNobody()
    {
        const QString refused = Writeback::name(State::Refused);
        QCOMPARE(Words::endName(refused, Core::Error{.kind = ErrorKind::Declined}).tone, Words::Tone::Note);
        QCOMPARE(Words::endName(Writeback::name(State::Cancelled), {}).tone, Words::Tone::Note);
        QCOMPARE(Words::endName(refused, Core::Error{.kind = ErrorKind::Guarded}).tone, Words::Tone::Warning);
    }

    void otherStatesGoByTheirNames()
    {
        const QString failed = Writeback::name(State::Failed);
        QCOMPARE(Words::endName(failed, Core::Error{.kind = ErrorKind::TimedOut}),
                 (Words::Line{Words::stateTone(failed), Words::stateName(failed)}));
    }

    void onceSomethingWasSentTheSheetHasToBeComparedAgain()
    {
        const Core::Error lost{.kind = ErrorKind::ConnectionLost, .service = Core::Service::Workiva};
        const QString again = Words::errorText(lost).next;
        QCOMPARE(Words::nextText(State::Failed, lost), again);
        QCOMPARE(Words::nextText(State::PartlyWritten, lost), Words::adviceText(State::PartlyWritten));
        QCOMPARE(Words::nextText(State::OutcomeUnknown, lost), Words::adviceText(State::OutcomeUnknown));
    }

    void adviceThatIsMoreThanToTryAgainStays()
    {
        const Core::Error failed{.kind = ErrorKind::OperationFailed, .service = Core::Service::Workiva};
        const QString next = Words::nextText(State::PartlyWritten, failed);
        QVERIFY(next.contains(Words::errorText(failed).next));
        QVERIFY(next.contains(Words::adviceText(State::PartlyWritten)));
        const QString instead = Words::nextText(State::PartlyWritten, failed, u"Add --wait."_s);
        QVERIFY(instead.contains(u"Add --wait."_s) && !instead.contains(Words::errorText(failed).next));
        QVERIFY(instead.contains(Words::adviceText(State::PartlyWritten)));
    }

    void interruptedIsNeverGreen()
    {
        QCOMPARE(Words::interruptedName(true).tone, Words::Tone::Error);
        QCOMPARE(Words::interruptedName(false).tone, Words::Tone::Warning);
        QVERIFY(Words::interruptedName(true) != Words::interruptedName(false));
        QVERIFY(Words::interruptedText(true) != Words::interruptedText(false));
    }

    void checkSaysWhatWasFound()
    {
        Writeback::RunReport report;
        report.state = State::NothingToDo;
        report.cellsCompared = 11'610;
        QCOMPARE(Words::checkText(report, 0).tone, Words::Tone::Ok);
        QVERIFY(Words::checkText(report, 0).text.contains(u"11,610"_s));
        QCOMPARE(Words::checkName(Writeback::name(State::NothingToDo), false).tone, Words::Tone::Ok);

        report.state = State::Planned;
        report.review.changes = {.changed = 7, .added = 11, .cleared = 13};
        QCOMPARE(Words::checkText(report, 0).tone, Words::Tone::Warning);
        for (const char *part : {"7 ", "11 ", "13 "})
            QVERIFY(Words::checkText(report, 0).text.contains(QLatin1String(part)));
        QCOMPARE(Words::checkName(Writeback::name(State::Planned), false).tone, Words::Tone::Warning);

        report.state = State::Failed;
        report.error = Core::Error{.kind = ErrorKind::NoNetwork, .service = Core::Service::Workiva};
        QCOMPARE(Words::checkText(report, 0).tone, Words::Tone::Error);
        QVERIFY(Words::checkText(report, 0).text.contains(u"Workiva"_s));
        for (const State state : {State::Failed, State::Cancelled}) { // neither matches nor differs
            const Words::Line name = Words::checkName(Writeback::name(state), false);
            QCOMPARE(name.tone, Words::Tone::Error);
            QVERIFY(name.text != Words::checkName(Writeback::name(State::Planned), false).text);
        }
    }

    void checkSaysWhatMayStillArrive()
    {
        Writeback::RunReport report;
        report.state = State::NothingToDo;
        QVERIFY(Words::checkText(report, 2).text.size() > Words::checkText(report, 0).text.size());
        QVERIFY(Words::checkText(report, 2).text.contains(u'2'));
    }

    void regionIsSaidToBeAsLeftOnlyIfThatIsKnown()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QCOMPARE(Words::regionSinceLine({}, now).tone, Words::Tone::Note);
        QCOMPARE(Words::regionSinceLine(Writeback::RegionSince{.left = now}, now).tone, Words::Tone::Ok);
        const Words::Line changed =
            Words::regionSinceLine(Writeback::RegionSince{.left = now, .changed = 12, .first = u"B7"_s}, now);
        QCOMPARE(changed.tone, Words::Tone::Warning);
        QVERIFY(changed.text.contains(u"12"_s) && changed.text.contains(u"B7"_s));
    }
};

QTEST_GUILESS_MAIN(TestEndText)
#include "tst_endtext.moc"
