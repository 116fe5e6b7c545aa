#include "sandbox/sheet/pastsheets.h"

#include "support/fakeclock.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using namespace std::chrono_literals;

namespace {

void change(PastSheets &past, Worksheet &sheet, const char *text)
{
    past.keep(sheet);
    sheet.cells.set(0, 0, Sheet::Cell::ofText(text));
}

std::string_view seen(PastSheets &past, const Worksheet &sheet)
{
    return past.seen(sheet).cells.at(0, 0).text;
}

} // namespace

class TestPastSheets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutALagEachChangeIsSeenAtOnce()
    {
        Support::FakeClock clock;
        PastSheets past(0ms, clock);
        Worksheet sheet;
        change(past, sheet, "new");
        QCOMPARE(&past.seen(sheet), &sheet);
    }

    void eachChangeIsSeenWhenItsLagIsOver()
    {
        Support::FakeClock clock;
        PastSheets past(100ms, clock);
        Worksheet sheet;
        sheet.id = u"1"_s;
        change(past, sheet, "first");
        clock.advance(60ms);
        change(past, sheet, "second");
        QCOMPARE(seen(past, sheet), std::string_view());
        clock.advance(39ms);
        QCOMPARE(seen(past, sheet), std::string_view());
        clock.advance(1ms);
        QCOMPARE(seen(past, sheet), std::string_view("first"));
        clock.advance(60ms);
        QCOMPARE(seen(past, sheet), std::string_view("second"));
    }

    void otherSheetsAreSeenAsTheyAre()
    {
        Support::FakeClock clock;
        PastSheets past(100ms, clock);
        Worksheet sheet;
        sheet.id = u"1"_s;
        Worksheet other;
        other.id = u"2"_s;
        change(past, sheet, "new");
        QCOMPARE(&past.seen(other), &other);
    }
};

QTEST_GUILESS_MAIN(TestPastSheets)
#include "tst_pastsheets.moc"
