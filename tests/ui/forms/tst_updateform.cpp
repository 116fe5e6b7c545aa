#include "ui/forms/updateform.h"

#include "ui/controls.h"
#include "ui/forms/columnlist.h"

#include <QCheckBox>
#include <QComboBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Sheet::Formulas;
using Sheet::Update;
using Ui::ColumnList;
using Ui::UpdateForm;
using Kind = Sheet::UpdateMethod::Kind;

namespace {

const Setup::DataSet dataSet{.id = u"d"_s,
                             .schema = {{u"Entity"_s, Sheet::ColumnType::String},
                                        {u"Account"_s, Sheet::ColumnType::String},
                                        {u"Period"_s, Sheet::ColumnType::Date},
                                        {u"Twice"_s, Sheet::ColumnType::String},
                                        {u"Twice"_s, Sheet::ColumnType::String},
                                        {{}, Sheet::ColumnType::String}}};

ColumnList *keys(const UpdateForm &form)
{
    return named<ColumnList>(&form, u"Key columns"_s);
}

ColumnList *partition(const UpdateForm &form)
{
    return named<ColumnList>(&form, u"Partition columns"_s);
}

QListWidgetItem *itemOf(const ColumnList *list, const QString &column)
{
    return list->findItems(column, Qt::MatchExactly).value(0);
}

bool canTick(const ColumnList *list, const QString &column)
{
    return itemOf(list, column)->flags().testFlag(Qt::ItemIsUserCheckable);
}

} // namespace

class TestUpdateForm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLoadedComesBack_data()
    {
        QTest::addColumn<Update>("update");
        const QStringList account{u"Entity"_s, u"Account"_s};
        QTest::newRow("replace") << Update{};
        QTest::newRow("replace by key") << Update{.keys = account};
        QTest::newRow("order kept") << Update{.keys = account, .keepsOrder = true, .formulas = Formulas::Stop};
        QTest::newRow("append") << Update{.kind = Kind::Append, .formulas = Formulas::Keep};
        QTest::newRow("append by key") << Update{.kind = Kind::Append, .keys = account};
        QTest::newRow("upsert") << Update{.kind = Kind::Upsert, .keys = account};
        QTest::newRow("partition") << Update{.kind = Kind::Partition, .partition = {u"Entity"_s}};
        QTest::newRow("columns that the DataSet lacks") << Update{.kind = Kind::Upsert, .keys = {u"Gone"_s}};
    }
    void whatIsLoadedComesBack()
    {
        QFETCH(const Update, update);
        UpdateForm form;
        form.load(update);
        QCOMPARE(form.update(), update); // before the DataSet is known
        form.setDataSet(&dataSet, false);
        QCOMPARE(form.update(), update);
        form.setDataSet(nullptr, false);
        QCOMPARE(form.update(), update);
    }

    void columnThatCannotBeAKeyCannotBeTicked()
    {
        UpdateForm form;
        form.show();
        form.setDataSet(&dataSet, false);
        QVERIFY(canTick(keys(form), u"Entity"_s));
        QVERIFY(!canTick(keys(form), u"Period"_s)); // the sheet may hold dates in another form
        QVERIFY(!canTick(keys(form), u"Twice"_s));
        QCOMPARE(keys(form)->count(), 5); // without the one that has no name
        QVERIFY(!itemOf(keys(form), u"Period"_s)->toolTip().isEmpty());
        form.setDataSet(&dataSet, true);
        QVERIFY(canTick(keys(form), u"Period"_s));
        QVERIFY(!canTick(keys(form), u"Twice"_s));
    }

    void columnThatTheDataSetLacksCanOnlyBeUnticked()
    {
        UpdateForm form;
        form.show();
        form.load({.kind = Kind::Upsert, .keys = {u"Gone"_s, u"Account"_s}});
        form.setDataSet(&dataSet, false);
        QVERIFY(!form.missing().isEmpty());
        itemOf(keys(form), u"Gone"_s)->setCheckState(Qt::Unchecked);
        QCOMPARE(form.missing(), QString());
        QCOMPARE(form.update().keys, QStringList{u"Account"_s});
        form.setDataSet(&dataSet, true);
        QVERIFY(!itemOf(keys(form), u"Gone"_s));
    }

    void methodNeedsItsColumns()
    {
        UpdateForm form;
        form.show();
        form.load({.kind = Kind::Upsert});
        QCOMPARE(form.missing(), QString()); // while the DataSet is being looked up
        form.setDataSet(&dataSet, false);
        QVERIFY(!form.missing().isEmpty());
        itemOf(keys(form), u"Account"_s)->setCheckState(Qt::Checked);
        QCOMPARE(form.missing(), QString());
        form.load({.kind = Kind::Partition});
        QVERIFY(!keys(form));
        QVERIFY(!form.missing().isEmpty());
        itemOf(partition(form), u"Account"_s)->setCheckState(Qt::Checked);
        QCOMPARE(form.missing(), QString());
        form.load({.kind = Kind::Append});
        QCOMPARE(form.missing(), QString());
    }

    void orderIsKeptOnlyByAKeyAndOnlyByReplace()
    {
        UpdateForm form;
        form.show();
        form.setDataSet(&dataSet, false);
        auto *keepOrder = form.findChild<QCheckBox *>();
        QVERIFY(!keepOrder->isEnabled());
        form.load({.keys = {u"Account"_s}, .keepsOrder = true});
        QVERIFY(keepOrder->isEnabled());
        itemOf(keys(form), u"Account"_s)->setCheckState(Qt::Unchecked);
        QVERIFY(!form.update().keepsOrder);
        form.load({.keys = {u"Account"_s}, .keepsOrder = true});
        form.findChildren<QRadioButton *>().at(int(Kind::Upsert))->click();
        QVERIFY(!keepOrder->isVisible());
        QVERIFY(!form.update().keepsOrder);
        QVERIFY(Sheet::check(form.update()));
    }

    void tabGoesFromTheMethodToWhatItNeeds()
    {
        UpdateForm form;
        form.show();
        form.setDataSet(&dataSet, false);
        form.load({.keys = {u"Account"_s}});
        QVERIFY(QTest::qWaitForWindowActive(&form));
        form.findChildren<QRadioButton *>().first()->setFocus();
        for (QWidget *next : std::initializer_list<QWidget *>{keys(form), form.findChild<QCheckBox *>(),
                                                              form.findChild<QComboBox *>()}) {
            QTest::keyClick(form.focusWidget(), Qt::Key_Tab);
            QCOMPARE(form.focusWidget(), next);
        }
    }

    void whatTheUserChoosesIsAnEdit()
    {
        UpdateForm form;
        form.show();
        form.setDataSet(&dataSet, false);
        QSignalSpy edited(&form, &UpdateForm::edited);
        form.load({.kind = Kind::Append});
        form.setDataSet(&dataSet, true);
        QCOMPARE(edited.count(), 0);
        form.findChildren<QRadioButton *>().at(int(Kind::Upsert))->click();
        QCOMPARE(edited.count(), 1);
        itemOf(keys(form), u"Entity"_s)->setCheckState(Qt::Checked);
        QCOMPARE(edited.count(), 2);
        QTest::keyClick(named<QComboBox>(&form, u"Formulas in the region"_s), Qt::Key_Down);
        QCOMPARE(edited.count(), 3);
        QCOMPARE(nameless(&form), QStringList());
    }
};

QTEST_MAIN(TestUpdateForm)
#include "tst_updateform.moc"
