#include "words/errortext.h"

#include <QRegularExpression>
#include <QTest>

using Core::ErrorKind;
using Writeback::Finding;
using Writeback::State;

namespace {

constexpr int lastKind = int(ErrorKind::Internal);
constexpr int lastState = int(State::Cancelled);
constexpr int lastFinding = int(Finding::Kind::RowsFiltered);

Writeback::ReviewSummary review()
{
    Writeback::ReviewSummary review;
    review.fit.alternatives = {*Sheet::Region::parse(QStringLiteral("B3:")),
                               *Sheet::Region::parse(QStringLiteral("B3:D9"))};
    return review;
}

Finding finding(int kind)
{
    Finding made;
    made.kind = Finding::Kind(kind);
    return made;
}

} // namespace

class TestErrorText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasASentenceOfItsOwn()
    {
        QHash<QString, int> seen;
        for (int kind = 0; kind <= lastKind; ++kind) {
            const Words::ErrorText text = Words::errorText({.kind = ErrorKind(kind)});
            QVERIFY2(!text.message.isEmpty(), qPrintable(Core::name(ErrorKind(kind))));
            QVERIFY2(!seen.contains(text.message), qPrintable(text.message));
            seen.insert(text.message, kind);
        }
    }

    void everyKindButAWishOfThePersonSaysWhatToDo()
    {
        for (int kind = 0; kind <= lastKind; ++kind) {
            if (ErrorKind(kind) == ErrorKind::Declined || ErrorKind(kind) == ErrorKind::Cancelled)
                continue;
            QVERIFY2(!Words::errorText({.kind = ErrorKind(kind)}).next.isEmpty(),
                     qPrintable(Core::name(ErrorKind(kind))));
        }
    }

    void noSentenceHasAPlaceLeftOpen()
    {
        static const QRegularExpression open(QStringLiteral("%[0-9]"));
        for (int kind = 0; kind <= lastKind; ++kind) {
            const Words::ErrorText text = Words::errorText(
                {.kind = ErrorKind(kind), .service = Core::Service::Domo, .subject = QStringLiteral("X")});
            QVERIFY2(!text.message.contains(open), qPrintable(text.message));
            QVERIFY2(!text.next.contains(open), qPrintable(text.next));
        }
        for (int kind = 0; kind <= lastFinding; ++kind) {
            const QString text = Words::findingText(finding(kind), review());
            QVERIFY2(!text.contains(open), qPrintable(text));
        }
    }

    void theServiceIsNamed()
    {
        for (const ErrorKind kind : {ErrorKind::NoNetwork, ErrorKind::BadCredentials, ErrorKind::MissingScope,
                                     ErrorKind::NoAccess, ErrorKind::NotFound, ErrorKind::ServiceFailed}) {
            QVERIFY(Words::errorText({.kind = kind, .service = Core::Service::Domo})
                        .message.contains(QStringLiteral("Domo")));
            QVERIFY(Words::errorText({.kind = kind, .service = Core::Service::Workiva})
                        .message.contains(QStringLiteral("Workiva")));
        }
    }

    void theQuoteHasStatusRequestAndDetail()
    {
        const QString quote = Words::errorText({.kind = ErrorKind::ServiceFailed,
                                                .service = Core::Service::Workiva,
                                                .detail = QStringLiteral("because"),
                                                .httpStatus = 500,
                                                .requestId = QStringLiteral("r-17")})
                                  .quote;
        QVERIFY(quote.contains(Core::name(ErrorKind::ServiceFailed)));
        QVERIFY(quote.contains(QStringLiteral("500")));
        QVERIFY(quote.contains(QStringLiteral("r-17")));
        QVERIFY(quote.contains(QStringLiteral("because")));
    }

    void whatIsOfNoUseIsNotQuoted() { QVERIFY(Words::errorText({.kind = ErrorKind::Declined}).quote.isEmpty()); }

    void everyStateHasASentence()
    {
        for (int state = 0; state <= lastState; ++state)
            QVERIFY(!Words::stateText(State(state)).isEmpty());
    }

    void statesThatLeaveTheSheetOtherwiseAreToldApart()
    {
        const QList<State> states{State::Verified,      State::NothingToDo, State::Planned,       State::Failed,
                                  State::PartlyWritten, State::Mismatch,    State::OutcomeUnknown};
        QSet<QString> seen;
        for (const State state : states)
            seen.insert(Words::stateText(state));
        QCOMPARE(seen.size(), states.size());
    }

    void everyFindingHasASentenceOfItsOwn()
    {
        QSet<QString> seen;
        for (int kind = 0; kind <= lastFinding; ++kind) {
            const QString text = Words::findingText(finding(kind), review());
            QVERIFY(!text.isEmpty());
            seen.insert(text);
        }
        QCOMPARE(seen.size(), lastFinding + 1);
    }

    void everyRegionThatWouldHoldTheDataIsNamed()
    {
        const QString text = Words::regionText(review().fit);
        QVERIFY(text.contains(QStringLiteral("B3:D9")));
        QVERIFY(text.startsWith(QStringLiteral("B3:")));
        QVERIFY(!Words::regionText({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
