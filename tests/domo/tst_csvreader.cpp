#include "domo/csvreader.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Domo::CsvField;
using Domo::CsvReader;

namespace {

// The result in a readable form: fields separated by | , rows by / , null as ~ , quoted text in quotes, and the
// position of the failure at the end, if there was one.
QByteArray read(QByteArrayView csv, std::initializer_list<qsizetype> cuts, qsizetype piece = 0)
{
    QByteArrayList rows;
    CsvReader reader([&rows](std::span<const CsvField> row) -> Core::Result<void> {
        QByteArrayList fields;
        for (const CsvField &field : row) {
            const QByteArray text(field.text.data(), qsizetype(field.text.size()));
            fields.append(field.isNull() ? "~" : field.quoted ? '"' + text + '"' : text);
        }
        rows.append(fields.join('|'));
        return {};
    });
    Core::Result<void> result;
    qsizetype begin = 0;
    const auto feedTo = [&](qsizetype end) {
        // Separate memory for each piece, so that a view that outlives its piece is detected.
        const QByteArray bytes = csv.sliced(begin, end - begin).toByteArray();
        if (result)
            result = reader.feed(bytes);
        begin = end;
    };
    for (const qsizetype cut : cuts)
        feedTo(cut);
    for (qsizetype end = piece; piece > 0 && end < csv.size(); end += piece)
        feedTo(end);
    feedTo(csv.size());
    if (result)
        result = reader.finish();
    if (!result)
        rows.append((result.error().kind == ErrorKind::BadCsv ? "! " : "?") + result.error().subject.toUtf8());
    return rows.join(" / ");
}

QByteArray readWhole(QByteArrayView csv)
{
    return read(csv, {});
}

} // namespace

class TestCsvReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreReadHoweverTheyAreCut_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("rows");
        const auto add = [](const char *name, QByteArray csv, QByteArray rows) { QTest::newRow(name) << csv << rows; };

        add("nothing", "", "");
        add("one field", "a", "a");
        add("CRLF", "a,b\r\nc,d\r\n", "a|b / c|d");
        add("LF", "a,b\nc,d\n", "a|b / c|d");
        add("CR", "a,b\rc,d\r", "a|b / c|d");
        add("mixed ends of line", "a\r\nb\nc\rd", "a / b / c / d");
        add("LF and CR are two", "a\n\rb", "a / ~ / b");
        add("last line without end", "a,b\r\nc,d", "a|b / c|d");
        add("separator at the end", "a,", "a|~");
        add("blank lines are rows of one null", "a\n\n\r\nb\n", "a / ~ / ~ / b");
        add("fields longer than a word", "abcdefghijklmnop,qrstuvwxyz0123456789\n",
            "abcdefghijklmnop|qrstuvwxyz0123456789");
        add("tabs and control characters are data", "a\tb\x01\x0b\x0c\x1f,c\td\te\tf\tg\th\n",
            "a\tb\x01\x0b\x0c\x1f|c\td\te\tf\tg\th");
        add("spaces are data", " a , \"b\"\n", " a | \"b\"");
        add("characters beside the separators", "+-.,+-.\n!#$\n", "+-.|+-. / !#$");

        add("unquoted nothing is null", ",,\n", "~|~|~");
        add("unquoted \\N is null", "\\N,a,\\N\n", "~|a|~");
        add("quoted nothing is text", "\"\",\"\"\n", "\"\"|\"\"");
        add("quoted \\N is text", "\"\\N\",\\n,\\NN\n", "\"\\N\"|\\n|\\NN");

        add("quoted", "\"a\",b,\"c\"\n", "\"a\"|b|\"c\"");
        add("separators in quotes", "\"a,b\",\"c\r\nd\"\n", "\"a,b\"|\"c\r\nd\"");
        add("doubled quotes", "a,\"b\"\"c\",d\n", "a|\"b\"c\"|d");
        add("nothing but doubled quotes", "\"\"\"\",\"\"\"\"\"\"\n", "\"\"\"|\"\"\"\"");
        add("doubled quotes at the edges", "\"\"\"a\"\"\",x\n", "\"\"a\"\"|x");
        add("doubled quotes in a row of many", "a,\"\"\"\",b,\"c\"\"\",\"d\"\n\"\"\"e\",f\n",
            "a|\"\"\"|b|\"c\"\"|\"d\" / \"\"e\"|f");
        add("quoted at the end of input", "a,\"b\"", "a|\"b\"");
        add("quoted nothing at the end of input", "\"\"", "\"\"");
        add("a quote inside an unquoted field is data", "a\"b,\"c\",d\"\"\n", "a\"b|\"c\"|d\"\"");

        add("mark at the start is skipped",
            "\xEF\xBB\xBF"
            "a,b\n",
            "a|b");
        add("mark before a quote", "\xEF\xBB\xBF\"a\"\n", "\"a\"");
        add("mark alone", "\xEF\xBB\xBF", "");
        add("mark elsewhere is data", "a,\xEF\xBB\xBF\n", "a|\xEF\xBB\xBF");
        add("the first bytes of a mark are data", "\xEF\xBB\xBC,\xEF\xAC\x81\n", "\xEF\xBB\xBC|\xEF\xAC\x81");

        add("two, three and four bytes", "\xC3\xA4,\xE2\x82\xAC\n\"\xF0\x9F\x98\x80\"\"\xC3\xA4\"\n",
            "\xC3\xA4|\xE2\x82\xAC / \"\xF0\x9F\x98\x80\"\xC3\xA4\"");

        add("text after a closing quote", "a,\"b\"c\n", "! row 1, column 2, byte 5");
        add("space after a closing quote", "\"b\" ,c\n", "! row 1, column 1, byte 3");
        add("quote left open", "a,b\nc,\"d\n", "a|b / ! row 2, column 2, byte 6");
        add("quote opened at the end", "a\n\"", "a / ! row 2, column 1, byte 2");
        add("NUL", QByteArray("a,b\nc,d\0e\n", 10), "a|b / ! row 2, column 2, byte 7");
        add("NUL in quotes", QByteArray("\"a\0\"", 4), "! row 1, column 1, byte 2");
        add("NUL in a long field", QByteArray("abcdefghijkl\0mnopqrstuvwxyz", 27), "! row 1, column 1, byte 12");
        add("byte that cannot be", "a\nb,\xFF\n", "a / ! row 2, column 2, byte 4");
        add("Latin 1",
            "a,b\xE4"
            "c\n",
            "! row 1, column 2, byte 2");
        add("overlong", "\xC0\x80\n", "! row 1, column 1, byte 0");
        add("surrogate", "\xED\xA0\x80\n", "! row 1, column 1, byte 0");
        add("beyond the last code point", "\xF4\x90\x80\x80\n", "! row 1, column 1, byte 0");
        add("character cut off by the separator", "\"\xC3\",\"\xA4\"\n", "! row 1, column 1, byte 0");
        add("character cut off by the end", "a,\xE2\x82", "! row 1, column 2, byte 2");
        add("half a mark", "\xEF\xBB", "! row 1, column 1, byte 0");
    }
    void rowsAreReadHoweverTheyAreCut()
    {
        QFETCH(const QByteArray, csv);
        QFETCH(const QByteArray, rows);
        QCOMPARE(readWhole(csv), rows);
        for (const qsizetype piece : {1, 2, 3, 5, 8})
            QCOMPARE(read(csv, {}, piece), rows);
        for (qsizetype first = 0; first <= csv.size(); ++first) {
            for (qsizetype second = first; second <= csv.size(); ++second)
                QCOMPARE(read(csv, {first, second}), rows);
        }
    }

    void fieldMayBeAsLongAsTheBound_data()
    {
        QTest::addColumn<bool>("quoted");
        QTest::newRow("unquoted") << false;
        QTest::newRow("quoted") << true;
    }
    void fieldMayBeAsLongAsTheBound()
    {
        QFETCH(const bool, quoted);
        const QByteArray quote = quoted ? "\"" : "";
        const QByteArray most(qsizetype(CsvReader::maxFieldBytes), 'x');
        for (const qsizetype piece : {0, 100'003}) {
            QCOMPARE(read("a," + quote + most + quote + '\n', {}, piece).size(), most.size() + 2 + 2 * quote.size());
            QCOMPARE(read("a," + quote + most + "x" + quote + '\n', {}, piece),
                     QByteArray("! row 1, column 2, byte 2"));
        }
    }

    void doubledQuotesCountOnceTowardsTheBound()
    {
        const QByteArray doubled = QByteArray("\"\"").repeated(qsizetype(CsvReader::maxFieldBytes));
        QCOMPARE(readWhole('"' + doubled + '"').size(), qsizetype(CsvReader::maxFieldBytes) + 2);
        QCOMPARE(readWhole('"' + doubled + "\"\"\""), QByteArray("! row 1, column 1, byte 0"));
    }

    void rowMayHaveAsManyFieldsAsTheBound()
    {
        const QByteArray most(qsizetype(CsvReader::maxRowFields) - 1, ',');
        QCOMPARE(readWhole(most).count('~'), qsizetype(CsvReader::maxRowFields));
        QVERIFY(readWhole(most + ',').startsWith("! row 1, column 131073,"));
    }

    void failureHasItsPlace()
    {
        CsvReader reader([](std::span<const CsvField>) { return Core::Result<void>(); });
        QVERIFY(reader.feed("a,b\r\nc,\"d"));
        const auto failed = reader.feed("\"e");
        QVERIFY(!failed);
        const auto *place = failed.error().cause.as<Domo::CsvPlace>();
        QVERIFY(place);
        QVERIFY(*place == (Domo::CsvPlace{.row = 2, .column = 2, .byte = 10}));
        QCOMPARE(failed.error().subject, u"row 2, column 2, byte 10"_s);
    }

    void placeOfARowIsWhereItBegins()
    {
        QList<Domo::CsvPlace> places;
        CsvReader reader([&](std::span<const CsvField>) -> Core::Result<void> {
            places.append(reader.place());
            return {};
        });
        for (const char *piece : {"\xEF\xBB\xBF", "a,", "b\r", "\n", "\n\"", "c\",d\n", "e"})
            QVERIFY(reader.feed(piece));
        QVERIFY(reader.finish());
        const QList<Domo::CsvPlace> expected{{1, 0, 3}, {2, 0, 8}, {3, 0, 9}, {4, 0, 15}};
        QCOMPARE(places, expected);
    }

    void lastLineEndsAsTheOthersOrNot_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<bool>("endsWhole");
        const auto add = [](const char *name, QByteArray csv, bool endsWhole) {
            QTest::newRow(name) << csv << endsWhole;
        };
        add("CRLF", "a,b\r\nc,d\r\n", true);
        add("LF", "a,b\nc,d\n", true);
        add("CR", "a,b\rc,d\r", true);
        add("half of a CRLF", "a,b\r\nc,d\r", false);
        add("CRLF within quotes, CR at the ends", "a,\"b\r\n\"\rc,d\r", true);
        add("blank lines at the end", "a,b\r\n\r\n\r\n", true);
        add("mixed", "a\r\nb\n", true);
        add("within a value", "a,b\r\nc,d", false);
        add("before a value", "a,b\r\nc,", false);
        add("after a quote", "a,b\r\nc,\"d\"", false);
        add("nothing but a mark", "\xEF\xBB\xBF", true);
        add("nothing", "", false);
    }
    void lastLineEndsAsTheOthersOrNot()
    {
        QFETCH(const QByteArray, csv);
        QFETCH(const bool, endsWhole);
        for (qsizetype cut = 0; cut <= csv.size(); ++cut) {
            CsvReader reader([](std::span<const CsvField>) { return Core::Result<void>(); });
            QVERIFY(reader.feed(QByteArrayView(csv).first(cut)));
            QVERIFY(reader.feed(QByteArrayView(csv).sliced(cut)));
            QVERIFY(reader.finish());
            QCOMPARE(reader.endsWhole(), endsWhole);
        }
    }

    void handlersFailureEndsTheReading()
    {
        int calls = 0;
        qint64 at = 0;
        CsvReader reader([&](std::span<const CsvField>) -> Core::Result<void> {
            at = reader.place().row;
            return ++calls == 2 ? Core::Result<void>(Core::fail(ErrorKind::TooLarge)) : Core::Result<void>();
        });
        const auto fed = reader.feed("a\nb\nc\n");
        QVERIFY(!fed);
        QCOMPARE(fed.error().kind, ErrorKind::TooLarge);
        QCOMPARE(at, 2);
        QVERIFY(reader.feed("d\n").error() == fed.error());
        QVERIFY(reader.finish().error() == fed.error());
        QCOMPARE(calls, 2);
    }
};

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
