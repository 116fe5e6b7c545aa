#include "sheet/keptform.h"

#include <QTest>

using namespace Sheet;

class TestKeptForm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesTakeTheFormThatASheetKeeps_data()
    {
        QTest::addColumn<bool>("isNumber");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("kept");
        const auto text = [](const char *name, const char *value, const char *kept) {
            QTest::newRow(name) << false << QByteArray(value) << QByteArray(kept);
        };
        const auto number = [](const char *value, const char *kept) {
            QTest::newRow(value) << true << QByteArray(value) << QByteArray(kept);
        };
        text("CRLF", "a\r\nb\r\n", "a\nb\n");
        text("lone CR", "a\rb\r", "a\nb\n");
        text("LF stays", "a\n\nb", "a\n\nb");
        text("digits in a text stay", "1234567890123456789", "1234567890123456789");
        text("blanks stay", " a ", " a ");
        number("1234.5", "1234.5");
        number("123456789012345", "123456789012345");
        number("1234567890123456", "1234567890123460");
        number("0.30000000000000004", "0.300000000000000");
        number("-9.999999999999999", "-10.00000000000000");
        number("1.2345678901234567e-7", "1.23456789012346e-7");
    }
    void valuesTakeTheFormThatASheetKeeps()
    {
        QFETCH(bool, isNumber);
        QFETCH(QByteArray, value);
        const std::string_view view(value.constData(), size_t(value.size()));
        Grid grid;
        grid.set(0, 0, isNumber ? Cell::ofNumber(view) : Cell::ofText(view));
        toKeptForm(grid);
        const Cell cell = grid.at(0, 0);
        QCOMPARE(cell.kind, isNumber ? CellKind::Number : CellKind::Text);
        QTEST(QByteArray(cell.text.data(), qsizetype(cell.text.size())), "kept");
    }
};

QTEST_GUILESS_MAIN(TestKeptForm)
#include "tst_keptform.moc"
