#include "ui/forms/timezonefield.h"

#include "ui/interaction.h"

#include <QCompleter>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

using namespace Support;
using Ui::TimeZoneField;

class TestTimeZoneField final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyZoneOfferedIsOne()
    {
        const TimeZoneField field;
        const QAbstractItemModel *model = field.field()->completer()->model();
        QVERIFY(model->rowCount() > 300);
        for (int row = 0; row < model->rowCount(); ++row) {
            const QString id = model->index(row, 0).data().toString();
            QVERIFY2(QTimeZone(id.toLatin1()).isValid() && !id.contains(u':'), qPrintable(id));
        }
    }

    void partOfANameFindsIt()
    {
        TimeZoneField field;
        field.show();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        field.setFocus();
        type(u"new york"_s);
        QCompleter *completer = field.field()->completer();
        QCOMPARE(completer->completionCount(), 1);
        QCOMPARE(completer->currentCompletion(), u"America/New_York"_s);
    }

    void offsetIsShownForAZoneOnly()
    {
        TimeZoneField field;
        field.show();
        const auto *offset = field.findChild<QLabel *>();
        const QSignalSpy edited(&field, &TimeZoneField::edited);
        field.setTimeZone(u"Asia/Kolkata"_s);
        QVERIFY(offset->isVisible());
        QVERIFY(offset->text().contains(u"05:30"_s));
        QVERIFY(offset->text().contains(TimeZoneField::here()));
        field.setTimeZone(u"Asia/Kolk"_s);
        QVERIFY(!offset->isVisible());
        QCOMPARE(edited.count(), 0);
        QVERIFY(fill(field, u"Time zone"_s, u"UTC"_s));
        QCOMPARE(field.timeZone(), u"UTC"_s);
        QVERIFY(!edited.isEmpty());
        QCOMPARE(nameless(&field), QStringList());
    }

    void longNameIsWhole()
    {
        TimeZoneField field;
        field.setTimeZone(u"America/North_Dakota/New_Salem"_s);
        field.show();
        QVERIFY(field.field()->width() >= field.field()->fontMetrics().horizontalAdvance(field.timeZone()));
    }
};

QTEST_MAIN(TestTimeZoneField)
#include "tst_timezonefield.moc"
