#include "cli/advice.h"
#include "core/inputfault.h"
#include "sheet/shaping.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Writeback::Difference;
using Writeback::Finding;
using Writeback::RunReport;

namespace {

RunReport failed(const Core::Error &error)
{
    RunReport report;
    report.error = error;
    return report;
}

Core::Cause found(Finding::Kind kind)
{
    return Finding{kind, true, 1, {}};
}

} // namespace

class TestAdvice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void adviceNamesTheOption_data()
    {
        QTest::addColumn<Core::Error>("error");
        QTest::addColumn<QString>("option");
        const auto row = [](const char *name, const Core::Error &error, const char *option) {
            QTest::newRow(name) << error << QString::fromLatin1(option);
        };
        row("not interactive", {.kind = ErrorKind::NoConsent}, "--yes");
        row("cells to clear", {.kind = ErrorKind::NoConsent, .cause = found(Finding::Kind::ClearsMoreThanItWrites)},
            "--allow-clearing");
        row("cells to clear, accepted",
            {.kind = ErrorKind::NoConsent, .cause = found(Finding::Kind::ClearsMoreThanItWrites)},
            "--accept clears-more-than-it-writes --reason TEXT --until");
        row("no rows", {.kind = ErrorKind::NoConsent, .cause = found(Finding::Kind::EmptySource)},
            "--accept empty-source --reason TEXT --until");
        row("a guard", {.kind = ErrorKind::Guarded, .cause = found(Finding::Kind::RowsFiltered)},
            "--accept rows-filtered --reason TEXT --until");
        row("rows under formulas", {.kind = ErrorKind::Guarded, .cause = found(Finding::Kind::KeysUnderFormulas)},
            "--keep-order");
        row("rows under links, accepted", {.kind = ErrorKind::Guarded, .cause = found(Finding::Kind::KeysUnderLinks)},
            "--accept keys-under-links --reason TEXT --until");
        row("locked cells", {.kind = ErrorKind::Guarded, .cause = found(Finding::Kind::LockedCells)},
            "--accept locked-cells --reason TEXT --until");
        row("a full spreadsheet", {.kind = ErrorKind::Guarded, .cause = found(Finding::Kind::SpreadsheetFull)},
            "write to another spreadsheet. To write all the same, add --accept spreadsheet-full --reason TEXT --until");
        row("formulas that are equal", {.kind = ErrorKind::Guarded, .cause = found(Finding::Kind::EqualFormulas)},
            "--formulas keep");
        row("unknown types", {.kind = ErrorKind::Guarded, .cause = found(Finding::Kind::UnknownColumnTypes)},
            "--types");
        const auto shaping = [&row](const char *name, Sheet::ShapingFault::Reason reason, const char *option) {
            row(name, {.kind = ErrorKind::InvalidInput, .cause = Sheet::ShapingFault{reason}}, option);
        };
        shaping("rule without its column", Sheet::ShapingFault::Reason::NotWritten, "--columns");
        shaping("no columns", Sheet::ShapingFault::Reason::NothingLeft, "--columns");
        shaping("rounded text", Sheet::ShapingFault::Reason::RoundedText, "--types");
        shaping("old values of no rows", Sheet::ShapingFault::Reason::OldValueOfNoRow, "--update-method upsert");
        row("acceptance without a reason",
            {.kind = ErrorKind::InvalidInput, .subject = u"--reason"_s, .cause = Core::NotGiven{}}, "--until");
        row("two levels",
            {.kind = ErrorKind::InvalidInput, .cause = Core::Contradiction{Core::Contradiction::Of::Guard, {}, {}}},
            "--guard");
        row("earlier write", {.kind = ErrorKind::EarlierWrite}, "--wait");
        row("earlier write, not waited for", {.kind = ErrorKind::EarlierWrite}, "--ignore-earlier");
        row("scale", {.kind = ErrorKind::Guarded, .cause = found(Finding::Kind::Scale)},
            "--accept scale --reason TEXT --until");
        row("identifiers", {.kind = ErrorKind::Guarded, .cause = found(Finding::Kind::Identifiers)},
            "--accept identifiers --reason TEXT --until");
        row("long number", {.kind = ErrorKind::Guarded, .cause = found(Finding::Kind::NumberTooPrecise)}, "--as-kept");
        row("no sheet", {.kind = ErrorKind::InvalidInput, .subject = u"Sheet ID"_s, .cause = Core::NotGiven{}},
            "--sheet");
        row("no region",
            {.kind = ErrorKind::InvalidInput, .subject = u"Workiva Base URL Region"_s, .cause = Core::NotGiven{}},
            "--region-host");
        row("no secret",
            {.kind = ErrorKind::BadCredentials, .subject = u"DOMO_CLIENT_SECRET"_s, .cause = Core::NotGiven{}},
            "DOMO_CLIENT_SECRET");
        row("two sheets",
            {.kind = ErrorKind::InvalidInput, .cause = Core::Contradiction{Core::Contradiction::Of::Sheet, {}, {}}},
            "--sheet");
        row("two hosts",
            {.kind = ErrorKind::InvalidInput, .cause = Core::Contradiction{Core::Contradiction::Of::Host, {}, {}}},
            "--region-host");
    }
    void adviceNamesTheOption()
    {
        QFETCH(Core::Error, error);
        QFETCH(QString, option);
        QVERIFY2(Cli::advice(failed(error)).contains(option), qPrintable(Cli::advice(failed(error))));
    }

    void columnsThatAreBetterAsTextAreNamedAsTheOptionTakesThem_data()
    {
        QTest::addColumn<QStringList>("columns");
        QTest::addColumn<QString>("option");
        QTest::newRow("one") << QStringList{u"Account"_s} << uR"(--types "Account=text")"_s;
        QTest::newRow("several") << QStringList{u"Account"_s, u"Cost center"_s}
                                 << uR"(--types "Account=text,Cost center=text")"_s;
        QTest::newRow("names in quotes") << QStringList{u"Debit, net"_s, u"5\" pipe"_s}
                                         << uR"(--types '"Debit, net"=text,"5"" pipe"=text')"_s;
    }
    void columnsThatAreBetterAsTextAreNamedAsTheOptionTakesThem()
    {
        QFETCH(QStringList, columns);
        QFETCH(QString, option);
        for (const Finding::Kind kind : {Finding::Kind::NumberTooPrecise, Finding::Kind::Identifiers}) {
            Finding finding{.kind = kind};
            for (const QString &column : columns)
                finding.columns.append({.column = column, .trait = Finding::Trait::ZerosDropped});
            const QString refused = Cli::advice(failed({.kind = ErrorKind::Guarded, .cause = finding}));
            QVERIFY2(refused.contains(option), qPrintable(refused));
            QVERIFY(refused.contains(u"--accept "_s + Writeback::guardName(kind)));
            RunReport planned; // which only reports them
            planned.review.findings = {finding, finding};
            QVERIFY2(Cli::advice(planned).contains(option), qPrintable(Cli::advice(planned)));
        }
    }

    void adviceDoesNotRepeatTheError()
    {
        QVERIFY(Cli::advice({}).isEmpty());
        for (const ErrorKind kind : {ErrorKind::NoNetwork, ErrorKind::NotFound, ErrorKind::BadCredentials,
                                     ErrorKind::Overflow, ErrorKind::Guarded, ErrorKind::Cancelled})
            QVERIFY(Cli::advice(failed({.kind = kind})).isEmpty());
    }

    void storedFormIsAdvisedWhenItExplainsAllDifferences()
    {
        RunReport report = failed({.kind = ErrorKind::Mismatch});
        QVERIFY(Cli::advice(report).isEmpty());
        report.differences = {{.place = {}, .wanted = {}, .found = {}, .kind = Difference::Kind::LineBreaks},
                              {.place = {}, .wanted = {}, .found = {}, .kind = Difference::Kind::Digits}};
        QVERIFY(Cli::advice(report).contains(u"--as-kept"_s));
        report.differences.append({.place = {}, .wanted = {}, .found = {}, .kind = Difference::Kind::Other});
        QVERIFY(Cli::advice(report).isEmpty());
    }

    void savedWritebackIsToldWhatItsCommandTakes_data()
    {
        QTest::addColumn<Core::Error>("error");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *name, const Core::Error &error, const char *part) {
            QTest::newRow(name) << error << QString::fromLatin1(part);
        };
        row("no --yes", {.kind = ErrorKind::NoConsent}, "--yes");
        row("a guard", {.kind = ErrorKind::Guarded, .cause = found(Finding::Kind::Scale)},
            "run 'It'\\''s' --yes --accept scale --reason TEXT --until");
        row("cells to clear", {.kind = ErrorKind::NoConsent, .cause = found(Finding::Kind::EmptySource)},
            "--accept empty-source");
        row("an earlier write", {.kind = ErrorKind::EarlierWrite}, "--ignore-earlier");
        row("keychain", {.kind = ErrorKind::Keychain}, "WORKIVA_CLIENT_SECRET");
        row("half a pair",
            {.kind = ErrorKind::BadCredentials, .subject = u"DOMO_CLIENT_ID"_s, .cause = Core::NotGiven{}},
            "DOMO_CLIENT_ID");
        row("other client",
            {.kind = ErrorKind::InvalidInput,
             .service = Core::Service::Workiva,
             .cause = Core::Contradiction{Core::Contradiction::Of::ClientId, {}, {}}},
            "WORKIVA_CLIENT_SECRET");
        row("other account",
            {.kind = ErrorKind::InvalidInput, .cause = Core::Contradiction{Core::Contradiction::Of::Account, {}, {}}},
            "--account");
        row("no account", {.kind = ErrorKind::InvalidInput, .subject = u"--account"_s, .cause = Core::NotGiven{}},
            "--account");
        row("nothing named", {.kind = ErrorKind::InvalidInput, .subject = u"PROFILE"_s, .cause = Core::NotGiven{}},
            "--group");
    }
    void savedWritebackIsToldWhatItsCommandTakes()
    {
        QFETCH(Core::Error, error);
        QFETCH(QString, part);
        const QString advice = Cli::savedAdvice(failed(error), u"It's"_s);
        QVERIFY2(advice.contains(part), qPrintable(advice));
    }

    void savedWritebackHasNoOptionsOfCopy()
    {
        for (const auto kind :
             {Finding::Kind::NumberTooPrecise, Finding::Kind::KeysUnderFormulas, Finding::Kind::EqualFormulas,
              Finding::Kind::UnknownColumnTypes, Finding::Kind::FormulasOverwritten}) {
            const QString advice =
                Cli::savedAdvice(failed({.kind = ErrorKind::Guarded, .cause = found(kind)}), u"One"_s);
            for (const QString &option : {u"--types"_s, u"--as-kept"_s, u"--keep-order"_s, u"--formulas"_s})
                QVERIFY2(!advice.contains(option), qPrintable(advice));
        }
    }

    void refusalIsReportedAsARunThatWroteNothing()
    {
        QCOMPARE(Cli::refusalBy({.kind = ErrorKind::NoConsent}).state, Writeback::State::Refused);
        QCOMPARE(Cli::refusalBy({.kind = ErrorKind::InvalidInput}).state, Writeback::State::Failed);
    }
};

QTEST_GUILESS_MAIN(TestAdvice)
#include "tst_advice.moc"
