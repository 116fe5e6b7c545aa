#include "ui/look/copyselection.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMessageBox>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// Shows its texts in a style that is for readers only.
class StyledModel final : public QStandardItemModel
{
public:
    using QStandardItemModel::QStandardItemModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const QVariant raw = QStandardItemModel::data(index, role);
        return role == Qt::DisplayRole ? u"(%1)"_s.arg(raw.toString()) : raw;
    }
};

} // namespace

class TestCopySelection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (int row = 0; row < m_model.rowCount(); ++row) {
            for (int column = 0; column < m_model.columnCount(); ++column)
                m_model.setItem(row, column, new QStandardItem(u"%1%2"_s.arg(QChar(u'A' + column)).arg(row + 1)));
        }
        m_table.setModel(&m_model);
        Ui::copyOnRequest(&m_table);
        m_table.show();
        QVERIFY(QTest::qWaitForWindowActive(&m_table));
    }

    void blockIsCopiedAsASpreadsheetPastesIt()
    {
        select(1, 0, 2, 1);
        QCOMPARE(copied(), u"A2\tB2\nA3\tB3"_s);
    }

    void rawTextIsCopiedWithoutItsStyle()
    {
        select(3, 2, 3, 2);
        QCOMPARE(m_model.index(3, 2).data().toString(), u"(C4)"_s);
        QCOMPARE(copied(), u"C4"_s);
    }

    void fieldWithASeparatorIsQuoted()
    {
        m_model.item(0, 0)->setText(u"a\t\"b\""_s);
        select(0, 0, 0, 1);
        QCOMPARE(copied(), u"\"a\t\"\"b\"\"\"\tB1"_s);
    }

    void hiddenColumnIsLeftOut()
    {
        m_table.setColumnHidden(1, true);
        select(1, 0, 1, 2);
        QCOMPARE(copied(), u"A2\tC2"_s);
        m_table.setColumnHidden(1, false);
    }

    void largeSelectionIsRejectedVisibly()
    {
        QStandardItemModel large(Ui::maxCopiedCells / 2 + 1, 2);
        QTableView table;
        table.setModel(&large);
        Ui::copyOnRequest(&table);
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.setFocus();
        QGuiApplication::clipboard()->setText(u"before"_s);
        table.selectAll();
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(table.findChild<QMessageBox *>());
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    }

private:
    StyledModel m_model{4, 3};
    QTableView m_table;

    void select(int top, int left, int bottom, int right)
    {
        const QItemSelection block(m_model.index(top, left), m_model.index(bottom, right));
        m_table.selectionModel()->select(block, QItemSelectionModel::ClearAndSelect);
    }

    QString copied()
    {
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(&m_table, Qt::Key_C, Qt::ControlModifier);
        return QGuiApplication::clipboard()->text();
    }
};

QTEST_MAIN(TestCopySelection)
#include "tst_copyselection.moc"
