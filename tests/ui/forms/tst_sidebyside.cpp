#include "ui/forms/sidebyside.h"

#include "ui/forms/fieldwidth.h"
#include "ui/look/fonts.h"

#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

using Ui::SideBySide;

class TestSideBySide final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondPartIsBelowWhereThereIsNoRoom()
    {
        auto *first = new QWidget;
        auto *second = new QWidget;
        first->setMinimumSize(200, 50);
        second->setMinimumSize(300, 70);
        SideBySide both(first, second);
        QVERIFY(both.minimumSizeHint().width() <= 300);
        both.resize(90 * Ui::em(&both), 300);
        both.show();
        QTRY_VERIFY(second->x() >= first->x() + first->width());
        QVERIFY(!both.isStacked());
        both.resize(320, 300);
        QTRY_VERIFY(second->y() >= first->y() + first->height());
        QVERIFY(both.isStacked());
        QVERIFY(both.minimumSizeHint().height() >= 120);
        both.resize(90 * Ui::em(&both), 300);
        QTRY_VERIFY(second->x() >= first->x() + first->width());
    }

    void limitedFieldStartsWhereItsRowStarts()
    {
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        column->setContentsMargins({});
        auto *field = new QWidget;
        field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        column->addWidget(field);
        Ui::limitWidth(column, field);
        page.resize(100 * Ui::em(&page), 200);
        page.show();
        QTRY_COMPARE(field->width(), 40 * Ui::em(&page));
        QCOMPARE(field->x(), 0);
        page.resize(20 * Ui::em(&page), 200);
        QTRY_VERIFY(field->width() > 18 * Ui::em(&page)); // nearly the whole row
    }
};

QTEST_MAIN(TestSideBySide)
#include "tst_sidebyside.moc"
