#include "ui/forms/durationfield.h"

#include "ui/controls.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Support;
using Ui::DurationField;

class TestDurationField final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDurationComesBack_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("shown");
        QTest::newRow("none") << 0 << u"Never"_s;
        QTest::newRow("a minute") << 1 << u"1 minutes"_s;
        QTest::newRow("an hour") << 60 << u"1 hours"_s;
        QTest::newRow("no whole hours") << 90 << u"90 minutes"_s;
        QTest::newRow("a day") << 24 * 60 << u"1 days"_s;
        QTest::newRow("no whole days") << 36 * 60 << u"36 hours"_s;
        QTest::newRow("the most") << 31 * 24 * 60 << u"31 days"_s;
        QTest::newRow("the most but a minute") << 31 * 24 * 60 - 1 << u"44639 minutes"_s;
    }
    void everyDurationComesBack()
    {
        QFETCH(const int, minutes);
        QFETCH(const QString, shown);
        DurationField field(u"Within"_s, {.least = 0min, .most = 31 * 24h}, u"Never"_s);
        QLocale::setDefault(QLocale::c());
        const QSignalSpy edited(&field, &DurationField::edited);
        field.setDuration(5min);
        field.setDuration(std::chrono::minutes(minutes));
        QCOMPARE(field.duration(), std::chrono::minutes(minutes));
        const auto *count = field.findChild<QSpinBox *>();
        const QString unit = minutes == 0 ? QString() : u' ' + field.findChild<QComboBox *>()->currentText();
        QCOMPARE(count->text() + unit, shown);
        QCOMPARE(edited.count(), 0);
        QCOMPARE(nameless(&field), QStringList());
    }

    void unitKeepsTheLimits()
    {
        DurationField field(u"Wait"_s, {.most = 24h});
        field.show();
        field.setDuration(90min);
        auto *unit = named<QComboBox>(&field, u"Unit: Wait"_s);
        QCOMPARE(unit->count(), 2); // a day alone needs no unit
        const QSignalSpy edited(&field, &DurationField::edited);
        unit->setCurrentIndex(1);
        QCOMPARE(field.duration(), 24h);
        QVERIFY(!edited.isEmpty());
        auto *count = named<QSpinBox>(&field, u"Wait"_s);
        count->setValue(0);
        QCOMPARE(field.duration(), 1h);
    }
};

QTEST_MAIN(TestDurationField)
#include "tst_durationfield.moc"
