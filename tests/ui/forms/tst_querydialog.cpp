#include "ui/forms/querydialog.h"

#include "ui/controls.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Sheet::RowQuery;
using Ui::QueryDialog;

namespace {

const RowQuery ofOneEntity{.sql = u"SELECT * FROM table WHERE `Entity` = '{{entity}}'"_s,
                           .parameters = {{u"entity"_s, u"North"_s}}};

QPlainTextEdit *sqlOf(const QueryDialog &dialog)
{
    return named<QPlainTextEdit>(&dialog, u"SQL"_s);
}

QLineEdit *valueOf(const QueryDialog &dialog, const QString &parameter)
{
    return named<QLineEdit>(&dialog, u"Value of "_s + parameter);
}

bool canAccept(const QueryDialog &dialog)
{
    return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled();
}

} // namespace

class TestQueryDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotChangedComesBack()
    {
        for (const RowQuery &query : {RowQuery(), ofOneEntity}) {
            QueryDialog dialog(query, {});
            dialog.show();
            QCOMPARE(dialog.query(), query);
            QVERIFY(canAccept(dialog));
            QCOMPARE(nameless(&dialog), QStringList());
        }
    }

    void everyParameterOfTheSqlHasAField()
    {
        QueryDialog dialog({}, {});
        dialog.show();
        sqlOf(dialog)->setPlainText(u"SELECT `{{column}}` FROM table LIMIT {{count}}"_s);
        QVERIFY(!canAccept(dialog)); // they have no values
        valueOf(dialog, u"column"_s)->setText(u"Entity"_s);
        valueOf(dialog, u"count"_s)->setText(u"many"_s);
        QVERIFY(!canAccept(dialog)); // no number
        valueOf(dialog, u"count"_s)->setText(u"7"_s);
        QVERIFY(canAccept(dialog));
        QCOMPARE(dialog.query().parameters, (QMap<QString, QString>{{u"column"_s, u"Entity"_s}, {u"count"_s, u"7"_s}}));
    }

    // While a person rewrites the SQL, a parameter is often gone for a moment.
    void valueOfAParameterThatReturnsIsKnown()
    {
        QueryDialog dialog(ofOneEntity, {});
        dialog.show();
        sqlOf(dialog)->setPlainText(u"SELECT * FROM table"_s);
        QCOMPARE(dialog.query().parameters, (QMap<QString, QString>()));
        sqlOf(dialog)->setPlainText(ofOneEntity.sql);
        QCOMPARE(dialog.query(), ofOneEntity);
    }

    void periodIsEnteredElsewhere()
    {
        for (const QString &period : {QString(), u"2026-05"_s}) {
            QueryDialog dialog({.sql = u"SELECT * FROM table WHERE `Period` = '{{period}}'"_s}, period);
            dialog.show();
            QVERIFY(!valueOf(dialog, u"period"_s));
            QVERIFY(canAccept(dialog));
            QCOMPARE(dialog.query().parameters, (QMap<QString, QString>()));
        }
    }

    void whatIsNoQueryCannotBeAccepted()
    {
        QueryDialog dialog({}, {});
        dialog.show();
        for (const QString &sql : {u"DELETE FROM table"_s, u"SELECT 'a FROM table"_s, u"SELECT 1; SELECT 2"_s}) {
            sqlOf(dialog)->setPlainText(sql);
            QVERIFY2(!canAccept(dialog), qPrintable(sql));
        }
        sqlOf(dialog)->setPlainText({}); // all rows
        QVERIFY(canAccept(dialog));
    }
};

QTEST_MAIN(TestQueryDialog)
#include "tst_querydialog.moc"
