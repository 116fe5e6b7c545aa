#include "ui/review/acceptdialog.h"

#include "ui/interaction.h"

#include <QDateEdit>

using namespace Support;
using Ui::AcceptDialog;

class TestAcceptDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dialog = std::make_unique<AcceptDialog>(Sheet::Guard::RowsFell, u"7 rows fewer."_s, m_today);
        m_dialog->show();
    }

    void reasonIsRequired_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("isEnough");
        QTest::newRow("none") << QString() << false;
        QTest::newRow("blank") << u" \u00a0 "_s << false;
        QTest::newRow("some") << u"sold"_s << true;
    }
    void reasonIsRequired()
    {
        QFETCH(QString, reason);
        m_dialog->findChild<QLineEdit *>()->setText(reason);
        const QPushButton *accept = button(*m_dialog, u"Accept"_s);
        QTEST(accept->isEnabled(), "isEnough");
        QCOMPARE(accept->toolTip().isEmpty(), accept->isEnabled());
    }

    void acceptanceIsWhatWasEntered()
    {
        m_dialog->findChild<QLineEdit *>()->setText(u" sold in May "_s);
        auto *until = m_dialog->findChild<QDateEdit *>();
        QVERIFY(until->date() > m_today); // at first
        until->setDate(QDate(2026, 7, 9));
        QCOMPARE(m_dialog->acceptance(),
                 (Sheet::Acceptance{Sheet::Guard::RowsFell, u"sold in May"_s, QDate(2026, 7, 9)}));
    }

    void lastDayIsNotInThePast()
    {
        auto *until = m_dialog->findChild<QDateEdit *>();
        until->setDate(m_today.addDays(-1));
        QVERIFY(until->date() >= m_today);
    }

    void yearHasAllItsDigits()
    {
        auto *until = m_dialog->findChild<QDateEdit *>();
        until->setDate(QDate(2027, 1, 31));
        QVERIFY(until->text().contains(u"2027"_s));
    }

    void everyControlHasAName() { QCOMPARE(nameless(m_dialog.get()), QStringList()); }

private:
    const QDate m_today{2026, 6, 30};
    std::unique_ptr<AcceptDialog> m_dialog;
};

QTEST_MAIN(TestAcceptDialog)
#include "tst_acceptdialog.moc"
