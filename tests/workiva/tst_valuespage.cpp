#include "workiva/valuespage.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

using Sheet::Cell;
using Sheet::CellKind;
using Workiva::ValuesPage;

namespace {

// Cells in a readable form: kind and text.
QStringList written(std::span<const Cell> cells)
{
    QStringList list;
    for (const Cell &cell : cells) {
        const QString text = QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
        switch (cell.kind) {
        case CellKind::Empty: list.append(u"-"_s); break;
        case CellKind::Text: list.append(u"\"%1\""_s.arg(text)); break;
        default: list.append(text);
        }
    }
    return list;
}

} // namespace

class TestValuesPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfValueBecomesItsCell()
    {
        const auto page = ValuesPage::parse(
            R"({"data":[{"values":[["a",1.50,true,false,null,""],[-0.0e+10,12345678901234567890.123]]}]})");
        QVERIFY(page);
        QCOMPARE(page->blocks().size(), 1);
        QCOMPARE(page->blocks()[0].endRow, 2);
        QCOMPARE(written(page->row(0)), (QStringList{u"\"a\""_s, u"1.50"_s, u"true"_s, u"false"_s, u"-"_s, u"\"\""_s}));
        QCOMPARE(written(page->row(1)), (QStringList{u"-0.0e+10"_s, u"12345678901234567890.123"_s}));
        QVERIFY(page->row(0)[1].kind == CellKind::Number);
        QVERIFY(page->row(0)[2].kind == CellKind::Boolean);
    }

    void stringsAreUnescaped()
    {
        const auto page =
            ValuesPage::parse(R"({"data":[{"values":[["a\u0022\\\/\n\u00fc\ud83d\ude00","Zürich",""]]}]})");
        QVERIFY(page);
        const auto cells = page->row(0);
        QCOMPARE(QByteArray(cells[0].text.data(), qsizetype(cells[0].text.size())), QByteArray("a\"\\/\nü😀"));
        QCOMPARE(QByteArray(cells[1].text.data(), qsizetype(cells[1].text.size())), QByteArray("Zürich"));
        QVERIFY(cells[2].isBlank());
    }

    void replyOfTheCallerIsLeftAlone()
    {
        const QByteArray reply = R"({"data":[{"values":[["a\tb"]]}]})";
        const QByteArray before(reply.constData(), reply.size());
        QVERIFY(ValuesPage::parse(reply));
        QCOMPARE(reply, before);
    }

    void rangeMayStandAfterItsValues()
    {
        const auto page =
            ValuesPage::parse(R"({"data":[{"values":[[1],[2]],"range":"B3:B4"},{"range":"C:C","values":[[3]]},
                                                {"range":null,"values":null},{}],"@nextLink":"/more"})");
        QVERIFY(page);
        QCOMPARE(page->nextLink(), u"/more"_s);
        QCOMPARE(page->blocks().size(), 4);
        QCOMPARE(page->blocks()[0].range->toString(), u"B3:B4"_s);
        QCOMPARE(page->blocks()[1].range->toString(), u"C:C"_s);
        QCOMPARE(page->blocks()[1].firstRow, 2);
        QCOMPARE(page->blocks()[1].endRow, 3);
        QVERIFY(!page->blocks()[2].range);
        QCOMPARE(page->blocks()[3].firstRow, page->blocks()[3].endRow);
    }

    void unknownMembersAreSkipped()
    {
        const auto page = ValuesPage::parse(
            R"({"new":{"data":[{"values":[[9]]}],"values":[[8]]},"data":[{"style":[["x"]],"n":1,"values":[[1]],"o":{"range":5}}],
               "@nextLink":null,"t":true,"last":[[[]]]})");
        QVERIFY(page);
        QVERIFY(page->nextLink().isEmpty());
        QCOMPARE(page->blocks().size(), 1);
        QCOMPARE(written(page->row(0)), QStringList{u"1"_s});
    }

    void rangeThatIsNoneGivesNoHint()
    {
        const auto page = ValuesPage::parse(
            R"({"data":[{"range":1,"values":[[1]]},{"range":"?","values":[[2]]},{"range":{"x":[1]},"values":[[3]]},
                {"range":["A1"],"values":[[4]]}]})");
        QVERIFY(page);
        QCOMPARE(page->blocks().size(), 4);
        for (const auto &block : page->blocks())
            QVERIFY(!block.range);
        QCOMPARE(written(page->row(3)), QStringList{u"4"_s});
    }

    void textThatIsNoneMakesItsOwnCellUnreadable_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("readable");
        QTest::newRow("first half of a pair") << QByteArray(R"(caf\ud83d)") << u"caf\ufffd"_s;
        QTest::newRow("second half of a pair") << QByteArray(R"(\udc00x)") << u"\ufffdx"_s;
        QTest::newRow("halves in the wrong order") << QByteArray(R"(\ude00\ud83d)") << u"\ufffd"_s;
        QTest::newRow("in capitals") << QByteArray(R"(\uD83Dx)") << u"\ufffdx"_s;
        QTest::newRow("not UTF-8") << QByteArray("a\xff\xfe z") << u"a\ufffd z"_s;
        QTest::newRow("half of a pair in UTF-8") << QByteArray("\xed\xa0\xbd!") << u"\ufffd!"_s;
    }
    void textThatIsNoneMakesItsOwnCellUnreadable()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, readable);
        auto parsed = ValuesPage::parse(R"({"data":[{"values":[["\\ud83d","\ud83d\ude00",")" + text + R"(",7]]}]})");
        QVERIFY(parsed);
        const ValuesPage page = std::move(*parsed);
        const auto row = page.row(0);
        QCOMPARE(row.size(), 4);
        QCOMPARE(row[0].text, R"(\ud83d)"); // a backslash and letters, not an escape
        QCOMPARE(row[1].text, "😀");
        QCOMPARE(row[1].kind, Sheet::CellKind::Text);
        QCOMPARE(row[2].kind, Sheet::CellKind::Unreadable);
        QCOMPARE(QString::fromUtf8(row[2].text.data(), qsizetype(row[2].text.size())), readable);
        QCOMPARE(row[3].text, "7");
    }

    void replacementCharacterIsText()
    {
        const auto page = ValuesPage::parse(R"({"data":[{"values":[["a\ufffd"]]}]})");
        QVERIFY(page);
        QCOMPARE(page->row(0)[0].kind, Sheet::CellKind::Text);
    }

    void noDataIsNoBlock()
    {
        const auto page = ValuesPage::parse(R"({"data":[]})");
        QVERIFY(page);
        QVERIFY(page->blocks().empty());
    }

    void anotherShapeIsNamedByItsPlace_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *reply, const char *place) {
            QTest::newRow(name) << QByteArray(reply) << QString::fromLatin1(place);
        };
        row("nothing", "", "$");
        row("no JSON", "<html>", "$");
        row("array", "[]", "$");
        row("two documents", R"({"data":[]}{})", "$");
        row("no data", "{}", "$.data");
        row("data null", R"({"data":null})", "$.data");
        row("data object", R"({"data":{}})", "$.data");
        row("data text", R"({"data":"x"})", "$.data");
        row("data twice", R"({"data":[],"data":[]})", "$.data");
        row("link number", R"({"data":[],"@nextLink":5})", "$.@nextLink");
        row("block array", R"({"data":[{},[]]})", "$.data[1]");
        row("values object", R"({"data":[{"values":{}}]})", "$.data[0].values");
        row("values twice", R"({"data":[{"values":[],"values":[[1]]}]})", "$.data[0].values");
        row("row number", R"({"data":[{"values":[[1],2]}]})", "$.data[0].values[1]");
        row("cell object", R"({"data":[{},{"values":[[1],[1,2,{}]]}]})", "$.data[1].values[1][2]");
        row("cell array", R"({"data":[{"values":[[1],[],[[1]]]}]})", "$.data[0].values[2][0]");
        row("no number", R"({"data":[{"values":[[1],[1,01]]}]})", "$.data[0].values[1][2]");
        row("cut short", R"({"data":[{"values":[[1],[1,"ab",)", "$.data[0].values[1][2]");
    }
    void anotherShapeIsNamedByItsPlace()
    {
        QFETCH(const QByteArray, reply);
        const auto page = ValuesPage::parse(reply);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Core::ErrorKind::BadReply);
        QTEST(page.error().subject, "place");
    }

    void endlessNestingIsRefused()
    {
        QVERIFY(!ValuesPage::parse(R"({"x":)" + QByteArray(1'000'000, '[')));
        QVERIFY(!ValuesPage::parse(QByteArray(1'000'000, '[')));
        QVERIFY(!ValuesPage::parse(QByteArray(R"({"x":)").repeated(100'000)));
    }

    void everyCutOfAReplyIsRefused()
    {
        const QByteArray reply =
            R"({"data":[{"range":"A1:B2","values":[["a\u00fc",1.5],[true,null]]}],"@nextLink":"/x"})";
        QVERIFY(ValuesPage::parse(reply));
        for (qsizetype length = 0; length < reply.size(); ++length)
            QVERIFY(!ValuesPage::parse(reply.left(length)));
    }

    void pageMoves()
    {
        auto page = ValuesPage::parse(R"({"data":[{"values":[["a","b"]]}]})");
        QVERIFY(page);
        const ValuesPage moved = std::move(*page);
        QCOMPARE(written(moved.row(0)), (QStringList{u"\"a\""_s, u"\"b\""_s}));
    }
};

QTEST_GUILESS_MAIN(TestValuesPage)
#include "tst_valuespage.moc"
