#include "core/laterversion.h"
#include "core/printable.h"
#include "words/errortext.h"
#include "words/findingtext.h"
#include "words/keepingtext.h"
#include "writeback/journal.h"

#include "core/strayanswer.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Writeback::Finding;

namespace {

constexpr int lastKind = int(ErrorKind::Internal);
constexpr auto clears = Finding::Kind::ClearsMoreThanItWrites;
constexpr int lastFinding = int(Finding::lastKind);

Writeback::ReviewSummary review()
{
    Writeback::ReviewSummary review;
    review.fit.alternatives = {*Sheet::Region::parse(u"B3:"_s), *Sheet::Region::parse(u"B3:D9"_s)};
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
    void everyKindHasItsOwnSentence()
    {
        QHash<QString, int> seen;
        for (int kind = 0; kind <= lastKind; ++kind) {
            const Words::ErrorText text = Words::errorText({.kind = ErrorKind(kind)});
            QVERIFY2(!text.message.isEmpty(), qPrintable(Core::name(ErrorKind(kind))));
            QVERIFY2(!seen.contains(text.message), qPrintable(text.message));
            seen.insert(text.message, kind);
        }
    }

    void everyKindButAUsersDecisionHasAdvice()
    {
        for (int kind = 0; kind <= lastKind; ++kind) {
            if (ErrorKind(kind) == ErrorKind::Declined || ErrorKind(kind) == ErrorKind::Cancelled)
                continue;
            QVERIFY2(!Words::errorText({.kind = ErrorKind(kind)}).next.isEmpty(),
                     qPrintable(Core::name(ErrorKind(kind))));
        }
    }

    void noSentenceHasAnUnfilledPlaceholder()
    {
        static const QRegularExpression open(u"%[0-9]"_s);
        for (int kind = 0; kind <= lastKind; ++kind) {
            const Words::ErrorText text =
                Words::errorText({.kind = ErrorKind(kind), .service = Core::Service::Domo, .subject = u"X"_s});
            QVERIFY2(!text.message.contains(open), qPrintable(text.message));
            QVERIFY2(!text.next.contains(open), qPrintable(text.next));
        }
        for (int kind = 0; kind <= lastFinding; ++kind) {
            const QString text = Words::findingText(finding(kind), review());
            QVERIFY2(!text.contains(open), qPrintable(text));
        }
    }

    void strayResponderIsNamed()
    {
        const QString host = u"login.example"_s;
        const QString title = u"Sign in %1"_s;
        const auto page = [](Core::WebPage cause) {
            return Words::errorText({.kind = ErrorKind::BadReply, .service = Core::Service::Domo, .cause = cause});
        };
        QVERIFY(page({title, host}).message.contains(title));
        QVERIFY(page({title, host}).message.contains(host));
        QVERIFY(page({QString(), host}).message.contains(host));
        const auto redirect = [](Core::Redirected cause) {
            return Words::errorText({.kind = ErrorKind::Rejected, .service = Core::Service::Workiva, .cause = cause});
        };
        QVERIFY(redirect({host}).message.contains(host));
        QVERIFY(redirect({}).message != redirect({host}).message);
        QVERIFY(redirect({}).message
                != Words::errorText({.kind = ErrorKind::Rejected, .service = Core::Service::Workiva}).message);
    }

    void serviceIsNamed()
    {
        for (const ErrorKind kind : {ErrorKind::NoNetwork, ErrorKind::BadCredentials, ErrorKind::MissingScope,
                                     ErrorKind::NoAccess, ErrorKind::NotFound, ErrorKind::ServiceFailed}) {
            QVERIFY(Words::errorText({.kind = kind, .service = Core::Service::Domo}).message.contains(u"Domo"_s));
            QVERIFY(Words::errorText({.kind = kind, .service = Core::Service::Workiva}).message.contains(u"Workiva"_s));
        }
    }

    void quoteHasStatusRequestAndDetail()
    {
        const QString quote = Words::errorText({.kind = ErrorKind::ServiceFailed,
                                                .service = Core::Service::Workiva,
                                                .detail = u"because"_s,
                                                .httpStatus = 500,
                                                .requestId = u"r-17"_s})
                                  .quote;
        QVERIFY(quote.contains(Core::name(ErrorKind::ServiceFailed)));
        QVERIFY(quote.contains(u"500"_s));
        QVERIFY(quote.contains(u"r-17"_s));
        QVERIFY(quote.contains(u"because"_s));
    }

    void uselessDetailsAreNotQuoted() { QVERIFY(Words::errorText({.kind = ErrorKind::Declined}).quote.isEmpty()); }

    // Command line and window share these sentences, but only the command line has options.
    void noSentenceNamesAnOption()
    {
        static const QRegularExpression option(u"(^|\\s|\\()--?[a-z]"_s);
        for (int kind = 0; kind <= lastKind; ++kind) {
            for (const Core::Cause &cause : {Core::Cause(), Core::Cause(finding(int(clears)))}) {
                const Words::ErrorText text = Words::errorText({.kind = ErrorKind(kind), .cause = cause});
                QVERIFY2(!text.message.contains(option), qPrintable(text.message));
                QVERIFY2(!text.next.contains(option), qPrintable(text.next));
            }
        }
    }

    void foreignTextStaysOnItsLine()
    {
        const QString evil = u"x\u001b[31m\r\nState    Verified\u202e\u009b2J\u2028y"_s;
        const auto isHarmless = [](const QString &text) { return Core::printable(text) == text; };
        for (int kind = 0; kind <= lastKind; ++kind) {
            for (int found = -1; found <= lastFinding; ++found) {
                Core::Error error{
                    .kind = ErrorKind(kind), .subject = evil, .detail = evil, .httpStatus = 500, .requestId = evil};
                if (found >= 0) {
                    Finding strange = finding(found);
                    strange.place = strange.other = evil;
                    error.cause = strange;
                    QVERIFY2(isHarmless(Words::findingText(strange, review())),
                             qPrintable(Writeback::name(strange.kind)));
                }
                const Words::ErrorText text = Words::errorText(error);
                QVERIFY2(isHarmless(text.message), qPrintable(text.message));
                QVERIFY2(isHarmless(text.next), qPrintable(text.next));
                QVERIFY2(isHarmless(text.quote), qPrintable(text.quote));
            }
        }
        const Writeback::PendingChange left{
            .id = 1, .operationId = evil, .range = evil, .sent = {}, .profileName = evil, .runStarted = {}};
        QVERIFY(isHarmless(Words::errorText({.kind = ErrorKind::EarlierWrite, .cause = left}).message));
    }

    void longForeignTextIsTruncated()
    {
        const QString message =
            Words::errorText({.kind = ErrorKind::NotFound, .subject = QString(100'000, u'x')}).message;
        QVERIFY(message.size() < 1'000);
    }

    void fileOfALaterVersionIsNotCalledBroken()
    {
        const QString file = u"/home/me/balance.writeback.json"_s;
        for (const ErrorKind kind : {ErrorKind::BadFile, ErrorKind::Disk}) {
            const Core::Error broken{.kind = kind, .subject = file};
            Core::Error later = broken;
            later.cause = Core::LaterVersion{};
            QVERIFY(Words::errorText(later).message.contains(file));
            QVERIFY(Words::errorText(later).message != Words::errorText(broken).message);
            QVERIFY(Words::errorText(later).next != Words::errorText(broken).next);
            QVERIFY(Words::historyUnusableText(later).contains(file));
            QVERIFY(Words::historyUnusableText(later) != Words::historyUnusableText(broken));
        }
        const Core::Error account{.kind = ErrorKind::NoAccount, .subject = u"Balance"_s, .cause = Core::LaterVersion{}};
        QVERIFY(Words::errorText(account).message != Words::errorText({.kind = ErrorKind::NoAccount}).message);
    }

    void senderAndTimeOfAnEarlierChangeAreNamed()
    {
        const QDateTime sent(QDate(2026, 11, 26), QTime(10, 15), Qt::UTC);
        const Writeback::PendingChange left{.id = 1,
                                            .operationId = u"op"_s,
                                            .range = u"B3:C9"_s,
                                            .sent = sent,
                                            .profileName = u"Trial balance"_s,
                                            .runStarted = sent};
        const QString message = Words::errorText({.kind = ErrorKind::EarlierWrite, .cause = left}).message;
        const QString time = QLocale().toString(sent.toLocalTime(), QLocale::ShortFormat);
        for (const QString &part : {left.range, left.profileName, time, sent.toLocalTime().timeZoneAbbreviation()})
            QVERIFY2(message.contains(part), qPrintable(message));
    }

    // Errors of past runs have no cause.
    void unknownReasonOfARefusalIsNotInvented()
    {
        const QString guarded = Words::errorText({.kind = ErrorKind::Guarded}).message;
        for (const auto kind :
             {Finding::Kind::CellTooLong, Finding::Kind::NumberTooPrecise, Finding::Kind::OtherSheetNamed}) {
            QVERIFY(Words::errorText({.kind = ErrorKind::Guarded, .cause = finding(int(kind))}).message != guarded);
        }
        const QString locked = Words::errorText({.kind = ErrorKind::Locked}).message;
        for (const auto kind : {Finding::Kind::SheetLocked, Finding::Kind::SpreadsheetLocked})
            QVERIFY(Words::errorText({.kind = ErrorKind::Locked, .cause = finding(int(kind))}).message != locked);
    }

    void limitsAreThoseOfTheProduct()
    {
        const QString next = Words::errorText({.kind = ErrorKind::TooLarge}).next;
        for (const qint64 limit : {qint64(Sheet::maxRows), qint64(Sheet::maxColumns), Sheet::maxSpreadsheetCells})
            QVERIFY2(next.contains(QLocale().toString(limit)), qPrintable(next));
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
