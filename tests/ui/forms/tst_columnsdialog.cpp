#include "ui/forms/columnsdialog.h"

#include "ui/controls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

using namespace Support;
using Sheet::ColumnKind;
using Sheet::NullRule;
using Sheet::Shaping;
using Ui::ColumnsDialog;

namespace {

const Setup::DataSet dataSet{.id = u"d"_s,
                             .schema = {{u"Entity"_s, Sheet::ColumnType::String, u"STRING"_s},
                                        {u"Account"_s, Sheet::ColumnType::Long, u"LONG"_s},
                                        {u"Debit"_s, Sheet::ColumnType::Decimal, u"DECIMAL"_s},
                                        {u"Twice"_s, Sheet::ColumnType::String, u"STRING"_s},
                                        {u"Twice"_s, Sheet::ColumnType::String, u"STRING"_s},
                                        {{}, Sheet::ColumnType::String, u"STRING"_s}}};

struct Opened
{
    explicit Opened(const Shaping &shaping, const Sheet::Update &update = {}) : dialog(dataSet, shaping, update)
    {
        dialog.show();
    }

    [[nodiscard]] QTreeWidget *list() { return named<QTreeWidget>(&dialog, u"Columns"_s); }
    [[nodiscard]] QTreeWidgetItem *item(const QString &column)
    {
        return list()->findItems(column, Qt::MatchExactly).value(0);
    }
    void choose(const QString &column) { list()->setCurrentItem(item(column)); }
    void tick(const QString &column, bool on) { item(column)->setCheckState(0, on ? Qt::Checked : Qt::Unchecked); }
    template <typename Control> [[nodiscard]] Control *field(const QString &name)
    {
        return named<Control>(&dialog, name);
    }
    void select(const QString &field, const QString &text)
    {
        auto *box = this->field<QComboBox>(field);
        box->setCurrentIndex(box->findText(text, Qt::MatchStartsWith));
    }
    void press(const QString &text)
    {
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == text)
                button->click();
        }
    }
    [[nodiscard]] bool canAccept()
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled();
    }
    [[nodiscard]] QStringList listed()
    {
        QStringList names;
        for (int row = 0; row < list()->topLevelItemCount(); ++row)
            names.append(list()->topLevelItem(row)->text(0));
        return names;
    }

    ColumnsDialog dialog;
};

} // namespace

class TestColumnsDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotChangedComesBack_data()
    {
        QTest::addColumn<Shaping>("shaping");
        QTest::newRow("nothing chosen") << Shaping();
        QTest::newRow("all but one, one renamed")
            << Shaping{.columns = {{.name = u"Account"_s, .as = u"Acct"_s, .kind = ColumnKind::Text},
                                   {.name = u"Debit"_s, .isLeftOut = true}}};
        QTest::newRow("nulls and decimals")
            << Shaping{.columns = {{.name = u"Entity"_s, .nulls = NullRule{NullRule::Kind::Word, u"n/a"_s}},
                                   {.name = u"Debit"_s, .decimals = 0}},
                       .nulls = {.kind = NullRule::Kind::Word, .word = u"-"_s}};
    }
    void whatIsNotChangedComesBack()
    {
        QFETCH(const Shaping, shaping);
        Opened one(shaping);
        for (const QString &column : one.listed())
            one.choose(column); // a look changes nothing
        QCOMPARE(one.dialog.shaping(), shaping);
        QVERIFY(one.canAccept());
        QCOMPARE(nameless(&one.dialog), QStringList());
    }

    void eachFieldIsARuleOfTheColumn()
    {
        Opened one({});
        one.choose(u"Account"_s);
        one.field<QLineEdit>(u"Name in the sheet"_s)->setText(u"Acct"_s);
        one.select(u"Write as"_s, u"Numbers"_s);
        one.field<QSpinBox>(u"Round to"_s)->setValue(2);
        one.select(u"Nulls of the column"_s, u"Write a text"_s);
        one.field<QLineEdit>(u"Text for nulls"_s)->setText(u"n/a"_s);
        QCOMPARE(one.dialog.shaping().columns,
                 (QList<Sheet::ColumnRule>{{.name = u"Account"_s,
                                            .as = u"Acct"_s,
                                            .kind = ColumnKind::Number,
                                            .nulls = NullRule{NullRule::Kind::Word, u"n/a"_s},
                                            .decimals = 2}}));
        QCOMPARE(one.item(u"Account"_s)->text(1), u"Acct"_s);
        QCOMPARE(one.item(u"Account"_s)->text(2), u"Numbers, decimals: 2"_s);
        one.field<QLineEdit>(u"Name in the sheet"_s)->setText(u"Account"_s); // its own name is no new one
        one.select(u"Write as"_s, u"As in the DataSet"_s);
        one.field<QSpinBox>(u"Round to"_s)->setValue(-1);
        one.select(u"Nulls of the column"_s, u"As in other columns"_s);
        QCOMPARE(one.dialog.shaping(), Shaping());
    }

    void untickedColumnIsLeftOut()
    {
        Opened one({});
        one.choose(u"Debit"_s);
        one.tick(u"Debit"_s, false);
        QCOMPARE(one.dialog.shaping().columns, (QList<Sheet::ColumnRule>{{.name = u"Debit"_s, .isLeftOut = true}}));
        QVERIFY(!one.field<QComboBox>(u"Write as"_s)->isEnabled());
        one.tick(u"Debit"_s, true);
        QCOMPARE(one.dialog.shaping(), Shaping());
    }

    void movingChoosesOnlyTheseInTheirOrder()
    {
        Opened one({});
        one.choose(u"Debit"_s);
        one.press(u"Move up"_s);
        QVERIFY(one.dialog.shaping().isChoice);
        QCOMPARE(one.listed().mid(0, 3), (QStringList{u"Entity"_s, u"Debit"_s, u"Account"_s}));
        QCOMPARE(one.list()->currentItem()->text(0), u"Debit"_s);
        one.press(u"Move up"_s);
        QCOMPARE(one.listed().first(), u"Debit"_s);
        QCheckBox *onlyThese = one.dialog.findChild<QCheckBox *>();
        QVERIFY(onlyThese->isChecked());
        onlyThese->setChecked(false);
        QCOMPARE(one.listed().first(), u"Entity"_s);
        QCOMPARE(one.dialog.shaping(), Shaping());
    }

    void choiceThatIsNotPossibleCannotBeAccepted()
    {
        Opened one({});
        one.select(u"Nulls in other columns"_s, u"Keep the old value"_s);
        QVERIFY(!one.canAccept()); // only Upsert finds the row
        Opened upsert({}, {.kind = Sheet::UpdateMethod::Kind::Upsert, .keys = {u"Account"_s}});
        upsert.select(u"Nulls in other columns"_s, u"Keep the old value"_s);
        QVERIFY(upsert.canAccept());
        upsert.choose(u"Debit"_s);
        upsert.field<QLineEdit>(u"Name in the sheet"_s)->setText(u"Entity"_s);
        QVERIFY(!upsert.canAccept());
    }

    void columnThatIsGoneCanBeForgotten()
    {
        Opened one({.columns = {{.name = u"Credit"_s, .kind = ColumnKind::Text}}});
        QVERIFY(!one.canAccept());
        one.tick(u"Credit"_s, false);
        QVERIFY(one.canAccept());
        QCOMPARE(one.dialog.shaping(), Shaping());
    }

    void nameOfSeveralColumnsTakesNoRule()
    {
        Opened one({});
        one.choose(u"Twice"_s);
        QVERIFY(!one.field<QComboBox>(u"Write as"_s));
        QVERIFY(!one.item(u"Twice"_s)->flags().testFlag(Qt::ItemIsUserCheckable));
        one.choose(u"Debit"_s);
        QVERIFY(one.field<QComboBox>(u"Write as"_s));
    }
};

QTEST_MAIN(TestColumnsDialog)
#include "tst_columnsdialog.moc"
