#include "core/inputfault.h"
#include "sheet/period.h"

#include <QtTest>

using namespace Qt::StringLiterals;

class TestPeriod final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void periodIsAYearAMonthOrADay()
    {
        for (const char *text : {"2026", "2026-06", "2026-06-30", " 2026-06 "})
            QCOMPARE(Sheet::periodIn(QString::fromLatin1(text)).value_or(QString()),
                     QString::fromLatin1(text).trimmed());
        for (const char *text : {"June", "2026-6", "2026-13", "2026-06-31", "06/2026", "26", "2026-06-30T10:00"}) {
            const auto period = Sheet::periodIn(QString::fromLatin1(text));
            QVERIFY2(!period && period.error().cause.as<Core::NotAPeriod>(), text);
        }
    }
};

QTEST_GUILESS_MAIN(TestPeriod)
#include "tst_period.moc"
