#include "words/sourcetext.h"

#include "words/errortext.h"
#include "words/findingtext.h"
#include "words/shown.h"
#include "words/spoken.h"
#include "writeback/sourceproof.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Writeback::Finding;

class TestSourceText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void otherErrorsAreNotHandledHere()
    {
        QVERIFY(!Words::sourceText({.kind = ErrorKind::NoNetwork}));
        QVERIFY(!Words::sourceText({.kind = ErrorKind::BadReply}));
        QVERIFY(!Words::sourceText(
            {.kind = ErrorKind::Guarded, .cause = Finding{Finding::Kind::CellTooLong, true, 1, {}}}));
    }

    void foreignTextIsTruncatedAndVisible()
    {
        QCOMPARE(Words::shown(u"Größe €"_s), u"Größe €"_s);
        QCOMPARE(Words::shown(u"a\u001b[2J\u200b"_s), u"a<U+001B>[2J<U+200B>"_s);
        QCOMPARE(Words::shown(QString(100, u'x'), 80), QString(80, u'x') + u'…');
    }

    void everyMissingProofHasItsOwnSentence()
    {
        using Why = Writeback::MissingProof::Why;
        QSet<QString> seen;
        for (const Why why : {Why::LineIsOpen, Why::RowsAreMissing, Why::RowsAreFiltered, Why::RowsAreUntold,
                              Why::EndIsUntold, Why::QueryIsAtLimit, Why::QueryRowsDiffer}) {
            const Words::ErrorText text = Words::errorText(
                {.kind = ErrorKind::IncompleteExport, .cause = Writeback::MissingProof{why, 1776, 1848}});
            QVERIFY(text.message.contains(Words::number(1776)));
            const bool tellsBoth = why == Why::RowsAreMissing || why == Why::EndIsUntold || why == Why::QueryIsAtLimit
                || why == Why::QueryRowsDiffer;
            QCOMPARE(text.message.contains(Words::number(1848)), tellsBoth);
            QVERIFY(!text.next.isEmpty());
            seen.insert(text.message);
        }
        QCOMPARE(seen.size(), 7);
    }

    void otherColumnsAreNotCalledDamage()
    {
        const Words::ErrorText names = Words::errorText(
            {.kind = ErrorKind::BadCsv, .cause = Domo::ColumnsChanged{3, 3, 2, u"Amount"_s, u"\ufeffBetrag"_s}});
        const Words::ErrorText widths = Words::errorText(
            {.kind = ErrorKind::IncompleteExport, .cause = Domo::ColumnsChanged{.told = 3, .came = 4}});
        const Words::ErrorText damage = Words::errorText({.kind = ErrorKind::BadCsv});
        const Words::ErrorText incomplete = Words::errorText({.kind = ErrorKind::IncompleteExport});
        for (const Words::ErrorText &text : {names, widths}) {
            for (const Words::ErrorText &other : {damage, incomplete}) {
                QVERIFY(text.message != other.message);
                QVERIFY(text.next != other.next);
            }
            QCOMPARE(text.next, names.next);
        }
        QVERIFY(names.message.contains(u"\"<U+FEFF>Betrag\""_s));
        QVERIFY(names.message.contains(u"\"Amount\""_s));
        QVERIFY(widths.message.contains(u'4'));
    }

    void damageIsShownWhereItIs()
    {
        const QString field =
            Words::errorText({.kind = ErrorKind::BadCsv, .cause = Domo::CsvPlace{.row = 12, .column = 3, .byte = 471}})
                .message;
        const QString row =
            Words::errorText({.kind = ErrorKind::BadCsv, .cause = Domo::CsvPlace{.row = 12, .byte = 471}}).message;
        for (const QString &text : {field, row})
            QVERIFY(text.contains("12"_L1) && text.contains("471"_L1));
        QVERIFY(field != row);
    }

    void contentReceivedInsteadOfDataIsNamed()
    {
        const auto text = [](const char *type) {
            return Words::errorText({.kind = ErrorKind::BadReply,
                                     .service = Core::Service::Domo,
                                     .cause = Domo::NotCsv{QString::fromLatin1(type)}})
                .message;
        };
        QVERIFY(text("text/html; charset=utf-8") != text("application/json"));
        QVERIFY(text("application/json").contains("application/json"_L1));
    }

    void refusedExportDoesNotBlameTheSecret()
    {
        const Core::Error refused{.kind = ErrorKind::BadCredentials, .service = Core::Service::Domo};
        Core::Error ofExport = refused;
        ofExport.cause = Domo::ExportRefused{};
        QVERIFY(Words::errorText(ofExport).message != Words::errorText(refused).message);
        QVERIFY(Words::errorText(ofExport).next != Words::errorText(refused).next);
    }

    void unknownTypesNameTheirColumns()
    {
        const auto text = [](const Finding &finding) {
            return Words::errorText({.kind = ErrorKind::Guarded, .cause = finding}).message;
        };
        Finding finding{Finding::Kind::UnknownColumnTypes, true, 1, u"Place (GEOMETRY)"_s};
        QVERIFY(text(finding).contains(finding.place));
        QVERIFY(Words::findingText(finding, Writeback::ReviewSummary()).contains(finding.place));
        const Finding untold{Finding::Kind::UnknownColumnTypes, true, 0, {}};
        QVERIFY(text(untold) != text(finding));
        QVERIFY(Words::findingText(untold, Writeback::ReviewSummary())
                != Words::findingText(finding, Writeback::ReviewSummary()));
    }

    void bothNumbersOfRowsAreShown()
    {
        const QString text =
            Words::findingText({Finding::Kind::MoreRowsThanTold, false, 1848, {}, 1776}, Writeback::ReviewSummary());
        QVERIFY(text.contains(Words::number(1848)));
        QVERIFY(text.contains(Words::number(1776)));
    }
};

QTEST_GUILESS_MAIN(TestSourceText)
#include "tst_sourcetext.moc"
