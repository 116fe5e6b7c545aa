#include "domo/exportreader.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Domo::Column;
using Domo::Export;
using Domo::ExportOptions;
using Domo::ExportReader;
using Sheet::CellKind;
using Sheet::ColumnType;

namespace {

const QList<Column> schema{
    {u"Account"_s, ColumnType::String}, {u"Amount"_s, ColumnType::Decimal}, {u"Day"_s, ColumnType::Date}};

Core::Result<Export> gridOf(const QByteArray &csv, const QList<Column> &columns = schema,
                            const ExportOptions &options = {})
{
    ExportReader reader(columns, options);
    for (qsizetype begin = 0; begin < csv.size(); begin += 7) {
        if (auto fed = reader.feed(csv.mid(begin, 7)); !fed)
            return Core::propagate(fed);
    }
    return reader.finish();
}

// A grid in a readable form: cells separated by | , rows by / ; text in quotes, an empty cell as ~ , a number as its
// digits.
QByteArray shown(const Sheet::Grid &grid)
{
    QByteArrayList rows;
    for (int row = 0; row < grid.rows(); ++row) {
        QByteArrayList cells;
        for (int column = 0; column < grid.columns(); ++column) {
            const Sheet::Cell cell = grid.at(row, column);
            const QByteArray text(cell.text.data(), qsizetype(cell.text.size()));
            cells.append(cell.kind == CellKind::Empty ? "~" : cell.kind == CellKind::Text ? '"' + text + '"' : text);
        }
        rows.append(cells.join('|'));
    }
    return rows.join(" / ");
}

// As JSON's text of the same value: an independent, slow way to make a number.
std::optional<qint64> millionthsOf(const QString &field)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(uR"(([-+]?)0*(\d*)(?:\.(\d{0,6}))?)"_s));
    const QRegularExpressionMatch match = form.match(field);
    if (!match.hasMatch() || !field.contains(QRegularExpression(u"\\d"_s)))
        return {};
    const qint64 digits = (match.captured(2) + match.captured(3).leftJustified(6, u'0')).toLongLong();
    return match.captured(1) == "-"_L1 ? -digits : digits;
}

qint64 roundedMillionths(qint64 value, int decimals)
{
    qint64 unit = 1'000'000;
    for (int i = 0; i < decimals; ++i)
        unit /= 10;
    const qint64 units = (2 * std::abs(value) + unit) / (2 * unit); // half goes away from zero
    return (value < 0 ? -units : units) * unit;
}

// A cell in a form in which equal cells are equal.
QString shownCell(const Sheet::Cell &cell)
{
    const QString text = QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
    if (cell.kind == CellKind::Number)
        return u"n%1"_s.arg(millionthsOf(text).value_or(-1));
    return QStringList{u"~"_s, u"t"_s + text, {}, {}, {}, u"keep"_s}.value(int(cell.kind));
}

struct Field
{
    QString text;
    bool isQuoted = false;
};

struct Expected
{
    QList<QStringList> rows;
    qint64 notNumbers = 0;
    qint64 notDates = 0;
};

// What the rules of a column make of a field.
QString made(const Field &field, ColumnType type, const Sheet::ColumnRule &rule, const Sheet::NullRule &nulls,
             Expected &all)
{
    const bool isNumber = (rule.kind ? rule.kind == Sheet::ColumnKind::Number : Sheet::isNumeric(type));
    if (!field.isQuoted && (field.text.isEmpty() || field.text == "\\N"_L1)) {
        const Sheet::NullRule chosen = rule.nulls.value_or(nulls);
        if (chosen.kind == Sheet::NullRule::Kind::Word)
            return (isNumber && millionthsOf(chosen.word) ? u"n%1"_s.arg(*millionthsOf(chosen.word))
                                                          : u"t"_s + chosen.word);
        return chosen.kind == Sheet::NullRule::Kind::Keep ? u"keep"_s : u"~"_s;
    }
    const auto number = isNumber ? millionthsOf(field.text) : std::nullopt;
    if (number)
        return u"n%1"_s.arg(rule.decimals ? roundedMillionths(*number, *rule.decimals) : *number);
    all.notNumbers += isNumber && !field.text.isEmpty();
    const bool isDate = QDate::fromString(field.text.left(10), u"yyyy-MM-dd"_s).isValid();
    all.notDates += rule.kind == Sheet::ColumnKind::Date && !field.text.isEmpty() && !isDate;
    return u"t"_s + field.text;
}

} // namespace

class TestExportReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typesComeFromTheSchema()
    {
        const auto read = gridOf("Account,Amount,Day\n00123,1.50,2026-01-31\n-5,-7,1e5\n", schema);
        QVERIFY(read);
        QCOMPARE(shown(read->grid),
                 QByteArray("\"Account\"|\"Amount\"|\"Day\" / \"00123\"|1.50|\"2026-01-31\" / \"-5\"|-7|\"1e5\""));
        QCOMPARE(read->rows, 2);
        QCOMPARE(read->notNumbers, 0);
    }

    void namesAreLeftOutOnRequest()
    {
        const auto read = gridOf("Account,Amount,Day\na,1,b\n", schema, {.columnNames = false});
        QVERIFY(read);
        QCOMPARE(shown(read->grid), QByteArray("\"a\"|1|\"b\""));
        QCOMPARE(read->rows, 1);
    }

    void nullIsEmptyAndEmptyTextIsText()
    {
        const auto read =
            gridOf("Account,Amount,Day\n,,\n\"\",\"\",\\N\n\"\\N\",\\N,\"x\"\n", schema, {.columnNames = false});
        QVERIFY(read);
        QCOMPARE(shown(read->grid), QByteArray("~|~|~ / \"\"|\"\"|~ / \"\\N\"|~|\"x\""));
    }

    void textInANumericColumnStaysTextAndIsCounted()
    {
        const auto read = gridOf("Account,Amount,Day\nn/a,n/a,n/a\na,-,b\na,+007,b\n", schema, {.columnNames = false});
        QVERIFY(read);
        QCOMPARE(shown(read->grid), QByteArray("\"n/a\"|\"n/a\"|\"n/a\" / \"a\"|\"-\"|\"b\" / \"a\"|7|\"b\""));
        QCOMPARE(read->notNumbers, 2);
        QCOMPARE(read->zerosDropped, (QList<qint64>{0, 1, 0}));
    }

    void digitsComeAsTheyWereSent()
    {
        const QByteArray digits = "-12345678901234567890.0123456789012345678900";
        const auto read = gridOf("Amount\n" + digits + '\n', {{u"Amount"_s, ColumnType::Decimal}});
        QVERIFY(read);
        QCOMPARE(shown(read->grid), "\"Amount\" / " + digits);
    }

    void headerAloneIsAnEmptyDataSet()
    {
        const auto read = gridOf("Account,Amount,Day\r\n");
        QVERIFY(read);
        QCOMPARE(read->rows, 0);
        QCOMPARE(read->grid.rows(), 1);
        const auto bare = gridOf("Account,Amount,Day", schema, {.columnNames = false});
        QVERIFY(bare);
        QCOMPARE(bare->grid.rows(), 0);
        QCOMPARE(bare->grid.columns(), 3);
    }

    void blankAndDoubledNamesGoByPosition()
    {
        const QList<Column> columns{
            {u"a"_s, ColumnType::Long}, {QString(), ColumnType::String}, {u"a"_s, ColumnType::String}};
        const auto read = gridOf("\xEF\xBB\xBF"
                                 "a,,a\n1,2,3\n",
                                 columns);
        QVERIFY(read);
        QCOMPARE(shown(read->grid), QByteArray("\"a\"|\"\"|\"a\" / 1|\"2\"|\"3\""));
    }

    void unknownTypesAreInternal()
    {
        const auto untyped = gridOf("a\n1\n", {{u"a"_s, {}}});
        QVERIFY(!untyped);
        QCOMPARE(untyped.error().kind, ErrorKind::Internal);
        QVERIFY(!gridOf("a\n1\n", {}));
    }

    void blankLineIsARowOnlyInOneColumn()
    {
        const auto one = gridOf("Account\n\na\n\n\nb\n", {{u"Account"_s, ColumnType::String}});
        QVERIFY(one);
        QCOMPARE(shown(one->grid), QByteArray("\"Account\" / ~ / \"a\" / ~ / ~ / \"b\""));
        QCOMPARE(one->rows, 5);
        QCOMPARE(one->blankLines, 0);

        const auto atTheEnd = gridOf("Account,Amount,Day\na,1,b\n\r\n\n");
        QVERIFY(atTheEnd);
        QCOMPARE(atTheEnd->rows, 1);
        QCOMPARE(atTheEnd->blankLines, 0);
    }

    void trailingBlankLinesOfOneColumnAreCountedSeparately()
    {
        const auto one = gridOf("Account\na\n\n\r\n", {{u"Account"_s, ColumnType::String}});
        QVERIFY(one);
        QCOMPARE(shown(one->grid), QByteArray("\"Account\" / \"a\""));
        QCOMPARE(one->rows, 1);
        QCOMPARE(one->blankLines, 2);

        // Nulls, and texts that look like them.
        const auto said = gridOf("Account\n\\N\n\"\"\n", {{u"Account"_s, ColumnType::String}});
        QVERIFY(said);
        QCOMPARE(said->rows, 2);
        QCOMPARE(said->blankLines, 0);
    }

    void nameInAnotherSpellingIsTakenAndNoted_data()
    {
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("came");
        QTest::newRow("blank at the end") << u"Account"_s << u"Account "_s;
        QTest::newRow("blanks within") << u"Gross profit"_s << u"Gross  profit"_s;
        QTest::newRow("blank that does not break") << u"Gross profit"_s << u"Gross\u00a0profit"_s;
        QTest::newRow("case") << u"account"_s << u"ACCOUNT"_s;
        QTest::newRow("composed") << u"Gro\u0308\u00dfe"_s << u"Gr\u00f6\u00dfe"_s;
        QTest::newRow("decomposed") << u"Gr\u00f6\u00dfe"_s << u"Gro\u0308\u00dfe"_s;
        QTest::newRow("mark of the name, taken for the file's") << u"\ufeffAccount"_s << u"Account"_s;
    }
    void nameInAnotherSpellingIsTakenAndNoted()
    {
        QFETCH(const QString, told);
        QFETCH(const QString, came);
        const QList<Column> columns{{told, ColumnType::String}, {u"Amount"_s, ColumnType::Long}};
        const auto read = gridOf(came.toUtf8() + ",Amount\na,1\n", columns);
        QVERIFY(read);
        QCOMPARE(read->respelled, 1);
        QCOMPARE(read->firstRespelled, came);
        QCOMPARE(shown(read->grid), '"' + came.toUtf8() + "\"|\"Amount\" / \"a\"|1");
    }

    void columnsThatDifferInSpellingAloneAreNotTakenForEachOther()
    {
        const QList<Column> columns{{u"Amount"_s, ColumnType::Long}, {u"amount"_s, ColumnType::String}};
        QVERIFY(gridOf("Amount,amount\n1,a\n", columns));
        const auto swapped = gridOf("amount,Amount\na,1\n", columns);
        QVERIFY(!swapped);
        QVERIFY(swapped.error().cause.as<Domo::ColumnsChanged>());
    }

    void otherColumnsAreNoDamage_data()
    {
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Domo::ColumnsChanged>("changed");
        const auto add = [](const char *name, QByteArray names, ErrorKind kind, const Domo::ColumnsChanged &changed) {
            QTest::newRow(name) << names << kind << changed;
        };
        add("a column less", "Account,Amount\n", ErrorKind::IncompleteExport, {.told = 3, .came = 2});
        add("a column more", "Account,Amount,Day,Note\n", ErrorKind::IncompleteExport, {.told = 3, .came = 4});
        add("another name", "Account,Betrag,Day\n", ErrorKind::BadCsv, {3, 3, 2, u"Amount"_s, u"Betrag"_s});
        add("another order", "Amount,Account,Day\n", ErrorKind::BadCsv, {3, 3, 1, u"Account"_s, u"Amount"_s});
        add("a second byte order mark",
            "\xEF\xBB\xBF\xEF\xBB\xBF"
            "Account,Amount,Day\n",
            ErrorKind::BadCsv, {3, 3, 1, u"Account"_s, u"\ufeffAccount"_s});
    }
    void otherColumnsAreNoDamage()
    {
        QFETCH(const QByteArray, names);
        QFETCH(const ErrorKind, kind);
        QFETCH(const Domo::ColumnsChanged, changed);
        const auto read = gridOf(names);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, kind);
        const auto *cause = read.error().cause.as<Domo::ColumnsChanged>();
        QVERIFY(cause);
        QVERIFY(*cause == changed);
    }

    void damageHasItsPlace()
    {
        const auto read = gridOf("Account,Amount,Day\na,1,b\na,1\n");
        QVERIFY(!read);
        const auto *place = read.error().cause.as<Domo::CsvPlace>();
        QVERIFY(place);
        QVERIFY(*place == (Domo::CsvPlace{.row = 3, .column = 0, .byte = 25}));
    }

    void lastLineMayBeOpen()
    {
        QVERIFY(gridOf("Account,Amount,Day\na,1,b\n")->endsWhole);
        QVERIFY(!gridOf("Account,Amount,Day\na,1,b")->endsWhole);
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("place");
        const auto add = [](const char *name, QByteArray csv, ErrorKind kind, const char *place) {
            QTest::newRow(name) << csv << kind << QString::fromLatin1(place);
        };
        const QByteArray names = "Account,Amount,Day\n";
        add("nothing", "", ErrorKind::IncompleteExport, "");
        add("nothing but a mark", "\xEF\xBB\xBF", ErrorKind::IncompleteExport, "");
        add("a column less", "Account,Amount\n", ErrorKind::IncompleteExport, "");
        add("a column more", "Account,Amount,Day,Note\n", ErrorKind::IncompleteExport, "");
        add("blank header", "\n", ErrorKind::IncompleteExport, "");
        add("a page instead", "<html>\n<body>", ErrorKind::IncompleteExport, "");
        add("another name", "Account,Betrag,Day\n", ErrorKind::BadCsv, "row 1, column 2");
        add("another order", "Amount,Account,Day\n", ErrorKind::BadCsv, "row 1, column 1");
        add("narrow row", names + "a,1,b\na,1\n", ErrorKind::BadCsv, "row 3, byte 25");
        add("wide row", names + "a,1,b,c\n", ErrorKind::BadCsv, "row 2, byte 19");
        add("blank line amid the rows", names + "a,1,b\n\n\na,1,b\n", ErrorKind::BadCsv, "row 3, byte 25");
        add("blank line before a narrow row", names + "\na,1\n", ErrorKind::BadCsv, "row 2, byte 19");
        add("cut off", names + "a,1,b\na,", ErrorKind::BadCsv, "row 3, byte 25");
        add("cut off in quotes", names + "a,1,\"b", ErrorKind::BadCsv, "row 2, column 3, byte 23");
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(const QByteArray, csv);
        QFETCH(const ErrorKind, kind);
        QFETCH(const QString, place);
        const auto read = gridOf(csv);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, kind);
        QCOMPARE(read.error().subject, place);
    }

    void limitsHoldForTheGrid_data()
    {
        QTest::addColumn<qint64>("maxCells");
        QTest::addColumn<int>("maxRows");
        QTest::addColumn<int>("maxColumns");
        QTest::addColumn<bool>("columnNames");
        QTest::addColumn<bool>("fits");
        // Three columns, two rows and their names.
        QTest::newRow("cells suffice") << qint64(9) << 100 << 100 << true << true;
        QTest::newRow("cells do not suffice") << qint64(8) << 100 << 100 << true << false;
        QTest::newRow("cells suffice without names") << qint64(6) << 100 << 100 << false << true;
        QTest::newRow("cells do not suffice without names") << qint64(5) << 100 << 100 << false << false;
        QTest::newRow("rows suffice") << qint64(100) << 3 << 100 << true << true;
        QTest::newRow("rows do not suffice") << qint64(100) << 2 << 100 << true << false;
        QTest::newRow("rows suffice without names") << qint64(100) << 2 << 100 << false << true;
        QTest::newRow("columns suffice") << qint64(100) << 100 << 3 << true << true;
        QTest::newRow("columns do not suffice") << qint64(100) << 100 << 2 << true << false;
    }
    void limitsHoldForTheGrid()
    {
        QFETCH(const qint64, maxCells);
        QFETCH(const int, maxRows);
        QFETCH(const int, maxColumns);
        QFETCH(const bool, columnNames);
        QFETCH(const bool, fits);
        const auto read = gridOf("Account,Amount,Day\na,1,b\nc,2,d\n", schema,
                                 {.columnNames = columnNames,
                                  .limits = {.maxCells = maxCells, .maxRows = maxRows, .maxColumns = maxColumns}});
        QCOMPARE(read.has_value(), fits);
        if (!fits)
            QCOMPARE(read.error().kind, ErrorKind::TooLarge);
    }

    void blankCellsDoNotCount()
    {
        const ExportOptions options{.columnNames = false, .limits = {.maxCells = 4}};
        QVERIFY(gridOf("Account,Amount,Day\na,1,\nc,,d\n", schema, options));
        QVERIFY(!gridOf("Account,Amount,Day\na,1,\nc,2,d\n", schema, options));
    }

    // Against a slow implementation that goes column by column.
    void shapingIsWhatItsRulesSay()
    {
        QRandomGenerator random(20261127);
        const auto any = [&random](const auto &list) { return list[random.bounded(int(list.size()))]; };
        const QStringList texts{u"00123"_s, u"1.005"_s,      u"-0.45"_s, u"+7"_s,         u"-2.5"_s, u"n/a"_s,
                                u"-"_s,     u"2026-01-31"_s, u"31.1."_s, u"2026-02-30"_s, u"\\N"_s,  QString()};
        const QList types{ColumnType::String, ColumnType::Decimal, ColumnType::Long, ColumnType::Date};
        const QList<Sheet::NullRule> nullRules{{},
                                               {Sheet::NullRule::Kind::Keep},
                                               {Sheet::NullRule::Kind::Word, u"n/a"_s},
                                               {Sheet::NullRule::Kind::Word, u"0"_s}};
        for (int i = 0; i < 3'000; ++i) {
            QList<Column> columns;
            for (int left = 1 + random.bounded(6); left > 0; --left)
                columns.append({u"c%1"_s.arg(left), any(types)});
            Sheet::Shaping shaping{.isChoice = random.bounded(2) == 0, .nulls = any(nullRules)};
            QList<int> order(columns.size());
            std::iota(order.begin(), order.end(), 0);
            std::shuffle(order.begin(), order.end(), random);
            QList<std::pair<int, Sheet::ColumnRule>> wanted; // by place
            for (const int place : order) {
                Sheet::ColumnRule rule{.name = columns[place].name};
                if (const int kind = random.bounded(4); kind <= int(Sheet::lastColumnKind))
                    rule.kind = Sheet::ColumnKind(kind);
                const bool isNumber =
                    rule.kind ? rule.kind == Sheet::ColumnKind::Number : Sheet::isNumeric(*columns[place].type);
                if (isNumber && random.bounded(2) == 0)
                    rule.decimals = random.bounded(4);
                if (random.bounded(3) == 0)
                    rule.nulls = any(nullRules);
                if (random.bounded(3) == 0)
                    rule.as = rule.name + u"\u00e4 new name"_s;
                const int fate = wanted.isEmpty() ? 0 : random.bounded(4);
                rule.isLeftOut = fate == 1;
                if (fate == 2) {
                    rule = {.name = rule.name};
                    if (!shaping.isChoice)
                        wanted.append({place, rule});
                    continue;
                }
                shaping.columns.append(rule);
                if (!rule.isLeftOut)
                    wanted.append({place, rule});
            }
            if (!shaping.isChoice)
                std::ranges::sort(wanted, {}, &std::pair<int, Sheet::ColumnRule>::first);

            QStringList names;
            for (const Column &column : columns)
                names.append(column.name);
            QByteArray csv = names.join(u',').toUtf8() + '\n';
            Expected expected;
            expected.rows.append(QStringList());
            for (const auto &[place, rule] : wanted)
                expected.rows.last().append(u"t"_s + (rule.as.isEmpty() ? rule.name : rule.as));
            for (int rows = random.bounded(5); rows > 0; --rows) {
                QList<Field> fields;
                QStringList line;
                for (qsizetype column = 0; column < columns.size(); ++column) {
                    fields.append({any(texts), random.bounded(2) == 0});
                    if (columns.size() == 1) // where a blank line may be nothing
                        fields.last().isQuoted = true;
                    const QString &text = fields.last().text;
                    line.append(fields.last().isQuoted ? u"\"%1\""_s.arg(text) : text);
                }
                csv += line.join(u',').toUtf8() + '\n';
                expected.rows.append(QStringList());
                for (const auto &[place, rule] : wanted)
                    expected.rows.last().append(
                        made(fields[place], *columns[place].type, rule, shaping.nulls, expected));
            }

            const auto shaped = Domo::shaped(columns, shaping);
            QVERIFY(shaped);
            const auto read = gridOf(csv, columns, {.shaped = *shaped});
            QVERIFY2(read, csv.constData());
            QList<QStringList> got;
            for (int row = 0; row < read->grid.rows(); ++row) {
                got.append(QStringList());
                for (int column = 0; column < read->grid.columns(); ++column)
                    got.last().append(shownCell(read->grid.at(row, column)));
            }
            QVERIFY2(got == expected.rows, csv.constData());
            QCOMPARE(read->notNumbers, expected.notNumbers);
            QCOMPARE(read->notDates, expected.notDates);
            QCOMPARE(read->rows, expected.rows.size() - 1);
        }
    }

    void wholeHeaderIsCheckedWhateverIsChosen()
    {
        const auto shaped = Domo::shaped(schema, {.columns = {{.name = u"Day"_s}}, .isChoice = true});
        const ExportOptions options{.shaped = *shaped};
        QCOMPARE(shown(gridOf("Account,Amount,Day\na,1,b\n", schema, options)->grid), QByteArray("\"Day\" / \"b\""));
        QVERIFY(!gridOf("Account,Betrag,Day\na,1,b\n", schema, options));
        QVERIFY(!gridOf("Account,Day\na,b\n", schema, options));
        QVERIFY(!gridOf("Account,Amount,Day\na,1,b\nc,2\n", schema, options));
        QCOMPARE(gridOf("Account,AMOUNT,day\na,1,b\n", schema, options)->respelled, 2);
    }

    void blankLinesAreThoseOfTheExport()
    {
        const auto shaped = Domo::shaped(schema, {.columns = {{.name = u"Day"_s}}, .isChoice = true});
        const auto read = gridOf("Account,Amount,Day\na,1,b\n\n", schema, {.shaped = *shaped});
        QVERIFY(read);
        QCOMPARE(read->rows, 1);
        QCOMPARE(read->blankLines, 0);
        QVERIFY(!gridOf("Account,Amount,Day\na,1,b\n\na,1,b\n", schema, {.shaped = *shaped}));
    }

    void limitsAreThoseOfTheChosenColumns()
    {
        const auto shaped = Domo::shaped(schema, {.columns = {{.name = u"Day"_s}}, .isChoice = true});
        ExportOptions options{.shaped = *shaped, .limits = {.maxCells = 2, .maxColumns = 1}};
        QVERIFY(gridOf("Account,Amount,Day\na,1,b\n", schema, options));
        QVERIFY(!gridOf("Account,Amount,Day\na,1,b\nc,2,d\n", schema, options));
    }

    void tooMuchIsSeenAtOnce()
    {
        ExportReader reader(schema, {.limits = {.maxRows = 2}});
        QVERIFY(reader.feed("Account,Amount,Day\na,1,b\n"));
        QCOMPARE(reader.rows(), 1);
        const auto fed = reader.feed("c,2,d\n");
        QVERIFY(!fed);
        QCOMPARE(fed.error().kind, ErrorKind::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestExportReader)
#include "tst_exportreader.moc"
