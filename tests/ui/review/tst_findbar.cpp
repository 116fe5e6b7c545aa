#include "ui/review/findbar.h"

#include "ui/controls.h"

#include <QLineEdit>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

class TestFindBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (int row = 0; row < m_model.rowCount(); ++row) {
            for (int column = 0; column < m_model.columnCount(); ++column)
                m_model.setItem(row, column, new QStandardItem(u"cell"_s));
        }
        m_model.item(2, 1)->setText(u"Goodwill"_s);
        m_model.item(2900, 0)->setText(u"goodwill, net"_s);
        m_table.setModel(&m_model);
        auto *layout = new QVBoxLayout(&m_page);
        layout->addWidget(m_bar);
        layout->addWidget(&m_table);
        m_page.show();
        QVERIFY(QTest::qWaitForWindowActive(&m_page));
    }

    void keysOpenAndFindAndClose()
    {
        m_table.setFocus();
        QVERIFY(!m_bar->isVisible());
        QTest::keyClick(&m_table, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_bar->isVisible());
        auto *text = Support::named<QLineEdit>(m_bar, u"Find"_s);
        QVERIFY(text && text->hasFocus());
        QTest::keyClicks(text, u"goodwill"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(m_table.currentIndex(), m_model.index(2, 1));
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(m_table.currentIndex(), m_model.index(2900, 0));
        QTest::keyClick(text, Qt::Key_Return); // from the end to the beginning
        QTRY_COMPARE(m_table.currentIndex(), m_model.index(2, 1));
        m_bar->find(false);
        QTRY_COMPARE(m_table.currentIndex(), m_model.index(2900, 0));
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!m_bar->isVisible());
        QVERIFY(m_table.hasFocus());
    }

    void whatIsNotThereLeavesTheCurrentCell()
    {
        m_table.setCurrentIndex(m_model.index(7, 1));
        QTest::keyClick(&m_table, Qt::Key_F, Qt::ControlModifier);
        auto *text = Support::named<QLineEdit>(m_bar, u"Find"_s);
        text->setText(u"no such text"_s);
        QTest::keyClick(text, Qt::Key_Return);
        const auto *said = m_bar->findChild<QLabel *>();
        const QString searching = said->text();
        QTRY_VERIFY(said->text() != searching);
        QVERIFY(!said->text().isEmpty());
        QCOMPARE(m_table.currentIndex(), m_model.index(7, 1));
    }

    void hiddenColumnIsNotSearched()
    {
        m_table.setCurrentIndex(m_model.index(0, 0));
        m_table.setColumnHidden(1, true);
        QTest::keyClick(&m_table, Qt::Key_F, Qt::ControlModifier);
        auto *text = Support::named<QLineEdit>(m_bar, u"Find"_s);
        text->setText(u"goodwill"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(m_table.currentIndex(), m_model.index(2900, 0)); // past the one in the second column
        m_table.setColumnHidden(1, false);
    }

    void everyControlHasAName() { QCOMPARE(Support::nameless(m_bar), QStringList()); }

private:
    QStandardItemModel m_model{3000, 2}; // more than one pass looks at
    QWidget m_page;
    QTableView m_table{&m_page};
    Ui::FindBar *m_bar = new Ui::FindBar(&m_table, &m_page);
};

QTEST_MAIN(TestFindBar)
#include "tst_findbar.moc"
