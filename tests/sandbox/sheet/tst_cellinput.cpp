#include "sandbox/sheet/cellinput.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using Sheet::Cell;
using Sheet::CellKind;

Q_DECLARE_METATYPE(Sheet::CellKind)
Q_DECLARE_METATYPE(Sandbox::Quirks::DateRaw)
Q_DECLARE_METATYPE(Sandbox::Quirks::TextKeeps)

class TestCellInput final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadAsWhatItLooksLike_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<CellKind>("kind");
        QTest::addColumn<QByteArray>("stored");
        const auto row = [](const char *text, CellKind kind, const char *stored) {
            QTest::newRow(text) << QByteArray(text) << kind << QByteArray(stored);
        };
        row("00123", CellKind::Number, "123");
        row("1.50", CellKind::Number, "1.5");
        row("+7", CellKind::Number, "7");
        row("-5", CellKind::Number, "-5");
        row("1,234.5", CellKind::Number, "1234.5");
        row("$5", CellKind::Number, "5");
        row("(5)", CellKind::Number, "-5");
        row("5%", CellKind::Number, "0.05");
        row("1e5", CellKind::Number, "100000");
        row("2026-01-31", CellKind::Text, "2026-01-31");
        row("1/31/2026", CellKind::Text, "2026-01-31");
        row("2026-01-31 12:00:00", CellKind::Text, "2026-01-31T12:00:00");
        row("06:00", CellKind::Number, "0.25");
        row("TRUE", CellKind::Boolean, "true");
        row("false", CellKind::Boolean, "false");
        row("=1+1", CellKind::Formula, "=1+1");
        row("=", CellKind::Text, "=");
        row("2026-02-30", CellKind::Text, "2026-02-30");
        row("12345-6", CellKind::Text, "12345-6");
        row("E001", CellKind::Text, "E001");
        row(" 5", CellKind::Text, " 5");
        row("5 apples", CellKind::Text, "5 apples");
        row("trueish", CellKind::Text, "trueish");
        row("-", CellKind::Text, "-");
        row("()", CellKind::Text, "()");
    }
    void textIsReadAsWhatItLooksLike()
    {
        QFETCH(QByteArray, text);
        QFETCH(CellKind, kind);
        QFETCH(QByteArray, stored);
        CellInput input{Quirks{}};
        const Cell cell = input.stored(Cell::ofText({text.data(), size_t(text.size())}), false);
        QCOMPARE(cell.kind, kind);
        QCOMPARE(QByteArray(cell.text.data(), qsizetype(cell.text.size())), stored);
    }

    void dateReadsAs_data()
    {
        QTest::addColumn<Quirks::DateRaw>("quirk");
        QTest::addColumn<CellKind>("kind");
        QTest::addColumn<QByteArray>("day");
        QTest::addColumn<QByteArray>("moment");
        QTest::newRow("ISO text") << Quirks::DateRaw::Iso << CellKind::Text << QByteArray("2026-01-31")
                                  << QByteArray("2026-01-31T12:00:00");
        QTest::newRow("serial number") << Quirks::DateRaw::Serial << CellKind::Number << QByteArray("46053")
                                       << QByteArray("46053.5");
        QTest::newRow("text") << Quirks::DateRaw::Text << CellKind::Text << QByteArray("1/31/2026")
                              << QByteArray("2026-01-31 12:00:00");
    }
    void dateReadsAs()
    {
        QFETCH(Quirks::DateRaw, quirk);
        QFETCH(CellKind, kind);
        QFETCH(QByteArray, day);
        QFETCH(QByteArray, moment);
        Quirks quirks;
        quirks.dateRaw = quirk;
        CellInput input(quirks);
        for (const auto &[given, expected] : {std::pair{"1/31/2026", day}, std::pair{"2026-01-31 12:00:00", moment}}) {
            const Cell cell = input.stored(Cell::ofText(given), false);
            QCOMPARE(cell.kind, kind);
            QCOMPARE(QByteArray(cell.text.data(), qsizetype(cell.text.size())), expected);
            QVERIFY(input.tookDate());
        }
    }

    void onlyDatesAreTakenForDates()
    {
        CellInput input{Quirks{}};
        for (const char *text : {"00123", "06:00", "x", "TRUE", "=1", ""}) {
            (void)input.stored(Cell::ofText("2026-01-31"), false);
            (void)input.stored(Cell::ofText(text), false);
            QVERIFY2(!input.tookDate(), text);
        }
        (void)input.stored(Cell::ofText("2026-01-31"), true);
        QVERIFY(!input.tookDate());
    }

    void textIsKeptAs_data()
    {
        QTest::addColumn<Quirks::TextKeeps>("quirk");
        QTest::addColumn<QString>("kept");
        const QString decomposed = u" a\r\nb\rc\n e\u0301 "_s;
        QTest::newRow("all") << Quirks::TextKeeps::All << decomposed;
        QTest::newRow("LF") << Quirks::TextKeeps::Lf << u" a\nb\nc\n e\u0301 "_s;
        QTest::newRow("NFC") << Quirks::TextKeeps::Nfc << u" a\r\nb\rc\n \u00e9 "_s;
        QTest::newRow("trimmed") << Quirks::TextKeeps::Trimmed << u"a\r\nb\rc\n e\u0301"_s;
    }
    void textIsKeptAs()
    {
        QFETCH(Quirks::TextKeeps, quirk);
        QFETCH(QString, kept);
        Quirks quirks;
        quirks.textKeeps = quirk;
        CellInput input(quirks);
        const std::string given = u" a\r\nb\rc\n e\u0301 "_s.toStdString();
        for (const bool hasTextFormat : {false, true}) {
            const Cell cell = input.stored(Cell::ofText(given), hasTextFormat);
            QCOMPARE(cell.kind, CellKind::Text);
            QCOMPARE(QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size())), kept);
        }
    }

    void textOfBlanksIsEmptyWhenTrimmed()
    {
        Quirks quirks;
        quirks.textKeeps = Quirks::TextKeeps::Trimmed;
        QCOMPARE(CellInput(quirks).stored(Cell::ofText(" \t\n"), false).kind, CellKind::Empty);
    }

    void numbersKeepTheirDigits()
    {
        Quirks quirks;
        quirks.allDigits = false;
        CellInput input(quirks);
        QCOMPARE(input.stored(Cell::ofNumber("1234567890.1234567"), false).text, std::string_view("1234567890.12346"));
        QCOMPARE(input.stored(Cell::ofText("1234567890.1234567"), false).text, std::string_view("1234567890.12346"));
        CellInput all{Quirks{}};
        QCOMPARE(all.stored(Cell::ofNumber("1234567890.1234567"), false).text, std::string_view("1234567890.1234567"));
    }

    void textFormatKeepsText()
    {
        CellInput input{Quirks{}};
        for (const char *text : {"00123", "5%", "=1+1", "TRUE"}) {
            const Cell cell = input.stored(Cell::ofText(text), true);
            QCOMPARE(cell.kind, CellKind::Text);
            QCOMPARE(cell.text, std::string_view(text));
        }
    }

    void formulaInTextMakesFormulasUnderTheTextFormat()
    {
        Quirks quirks;
        quirks.formulaInText = true;
        CellInput input(quirks);
        QCOMPARE(input.stored(Cell::ofText("=1+1"), true).kind, CellKind::Formula);
        QCOMPARE(input.stored(Cell::ofText("00123"), true).kind, CellKind::Text);
    }

    void withoutCoercionOnlyFormulasAreRead()
    {
        Quirks quirks;
        quirks.coercion = false;
        CellInput input(quirks);
        QCOMPARE(input.stored(Cell::ofText("00123"), false).kind, CellKind::Text);
        QCOMPARE(input.stored(Cell::ofText("=1+1"), false).kind, CellKind::Formula);
    }

    void numbersBecomeDoubles()
    {
        CellInput input{Quirks{}};
        QCOMPARE(input.stored(Cell::ofNumber("1.50"), false).text, std::string_view("1.5"));
        QVERIFY(input.stored(Cell::ofNumber("12345678901234567890"), false).text
                != std::string_view("12345678901234567890"));
    }

    void emptyTextIsEmpty()
    {
        CellInput input{Quirks{}};
        QCOMPARE(input.stored(Cell::ofText(""), false).kind, CellKind::Empty);
    }
};

QTEST_GUILESS_MAIN(TestCellInput)
#include "tst_cellinput.moc"
