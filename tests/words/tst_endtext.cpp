#include "words/endtext.h"
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
    return Words::endName(Writeback::name(State::Refused), error);
}

} // namespace

class TestEndText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFindingRefusesInWordsOfItsOwn()
    {
        QSet<QString> seen;
        for (int kind = 0; kind <= int(Finding::lastKind); ++kind)
            seen.insert(refused(ErrorKind::Guarded, Finding{.kind = Finding::Kind(kind), .refuses = true}));
        QCOMPARE(seen.size(), int(Finding::lastKind) + 1);
        QVERIFY(!seen.contains(refused(ErrorKind::Guarded))); // which does not say by what
    }

    void refusalsWithoutAFindingSayByWhat()
    {
        QSet<QString> seen{refused(ErrorKind::Guarded)};
        const QList kinds{ErrorKind::TooLarge, ErrorKind::Locked,    ErrorKind::LinkedDataset, ErrorKind::Overflow,
                          ErrorKind::Busy,     ErrorKind::NoConsent, ErrorKind::Disk,          ErrorKind::EarlierWrite};
        for (const ErrorKind kind : kinds)
            seen.insert(refused(kind));
        QCOMPARE(seen.size(), kinds.size() + 1);
    }

    void ownNoIsNoRefusal() { QVERIFY(refused(ErrorKind::Declined) != refused(ErrorKind::Guarded)); }

    void otherStatesGoByTheirNames()
    {
        const QString failed = Writeback::name(State::Failed);
        QCOMPARE(Words::endName(failed, Core::Error{.kind = ErrorKind::TimedOut}),
                 Words::stateSign(failed) + Words::stateName(failed));
        QVERIFY(Words::endName(Writeback::name(State::Verified), {}).startsWith(u'✓'));
    }

    void interruptedIsNeverGreen()
    {
        QVERIFY(Words::interruptedName(true).startsWith(u'✗'));
        QVERIFY(Words::interruptedName(false).startsWith(u'✗'));
        QVERIFY(Words::interruptedName(true) != Words::interruptedName(false));
        QVERIFY(Words::interruptedText(true) != Words::interruptedText(false));
    }

    void checkSaysWhatWasFound()
    {
        Writeback::RunReport report;
        report.state = State::NothingToDo;
        report.cellsCompared = 11'610;
        QVERIFY(Words::checkText(report, 0).startsWith(u'✓'));
        QVERIFY(Words::checkText(report, 0).contains(u"11,610"_s));
        QVERIFY(Words::checkName(Writeback::name(State::NothingToDo)).startsWith(u'✓'));

        report.state = State::Planned;
        report.review.changes = {.changed = 7, .added = 11, .cleared = 13};
        QVERIFY(Words::checkText(report, 0).startsWith(u'✗'));
        for (const char *part : {"7 ", "11 ", "13 "})
            QVERIFY(Words::checkText(report, 0).contains(QLatin1String(part)));
        QVERIFY(Words::checkName(Writeback::name(State::Planned)).startsWith(u'✗'));

        report.state = State::Failed;
        report.error = Core::Error{.kind = ErrorKind::NoNetwork, .service = Core::Service::Workiva};
        QVERIFY(Words::checkText(report, 0).startsWith(u'✗'));
        QVERIFY(Words::checkText(report, 0).contains(u"Workiva"_s));
    }

    void checkSaysWhatMayStillArrive()
    {
        Writeback::RunReport report;
        report.state = State::NothingToDo;
        QVERIFY(Words::checkText(report, 2).size() > Words::checkText(report, 0).size());
        QVERIFY(Words::checkText(report, 2).contains(u'2'));
    }

    void lossesAreCounted()
    {
        Writeback::ReviewSummary review;
        review.findings = {{.kind = Finding::Kind::RowsFiltered}};
        QCOMPARE(Words::lossTexts(review), QStringList());
        review.sourceRows = 3;
        review.findings.append({.kind = Finding::Kind::ClearsMoreThanItWrites, .count = 4'242});
        review.findings.append({.kind = Finding::Kind::FormulasOverwritten, .count = 7, .place = u"B3"_s});
        const QStringList texts = Words::lossTexts(review);
        QCOMPARE(texts.size(), 2);
        QVERIFY(texts[0].contains(u"4,242"_s));
        QVERIFY(texts[1].contains(u'7') && texts[1].contains(u"B3"_s));
        review.sourceRows = 0;
        QVERIFY(Words::lossTexts(review).first() != texts.first()); // an empty DataSet is said to be empty
    }
};

QTEST_GUILESS_MAIN(TestEndText)
#include "tst_endtext.moc"
