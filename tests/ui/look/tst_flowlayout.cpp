#include "ui/look/flowlayout.h"

#include <QSet>
#include <QTest>
#include <QWidget>

using Ui::FlowLayout;

namespace {

constexpr int side = 50;
constexpr int gap = 10;

class Flow final : public QWidget
{
public:
    explicit Flow(FlowLayout::Widths widths) : m_layout(new FlowLayout(widths, this))
    {
        m_layout->setSpacing(gap);
        for (int number = 0; number < 4; ++number) {
            auto *part = new QWidget(this);
            part->setFixedHeight(side);
            part->setMinimumWidth(side);
            m_layout->addWidget(part);
            m_parts.append(part);
        }
    }

    // How many parts are in each row.
    [[nodiscard]] QList<int> rowsAt(int width)
    {
        resize(width, 400);
        m_layout->setGeometry(rect());
        QMap<int, int> rows;
        for (const QWidget *part : m_parts) {
            if (!part->isHidden())
                ++rows[part->y()];
        }
        return rows.values();
    }

    [[nodiscard]] const QList<QWidget *> &parts() const { return m_parts; }

private:
    FlowLayout *m_layout;
    QList<QWidget *> m_parts;
};

} // namespace

class TestFlowLayout final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemsThatDoNotFitGoIntoTheNextRow()
    {
        Flow flow(FlowLayout::Widths::Own);
        QCOMPARE(flow.rowsAt(4 * side + 3 * gap), QList<int>{4});
        QCOMPARE(flow.rowsAt(4 * side + 3 * gap - 1), (QList<int>{3, 1}));
        QCOMPARE(flow.rowsAt(side), (QList<int>{1, 1, 1, 1}));
        QCOMPARE(flow.minimumSizeHint().width(), side);
    }

    void equalItemsFillEveryRow()
    {
        Flow flow(FlowLayout::Widths::Equal);
        const int width = 4 * side + 2 * gap; // for three of them, and a part of the fourth
        QCOMPARE(flow.rowsAt(width), (QList<int>{2, 2}));
        QCOMPARE(flow.parts()[1]->geometry().right() + 1, width);
    }

    void heightIsThatOfTheRows()
    {
        Flow flow(FlowLayout::Widths::Own);
        QCOMPARE(flow.heightForWidth(1'000), side);
        QCOMPARE(flow.heightForWidth(2 * side + gap), 2 * side + gap);
    }

    void hiddenItemsTakeNoPlace()
    {
        Flow flow(FlowLayout::Widths::Own);
        flow.parts()[0]->hide();
        QCOMPARE(flow.rowsAt(3 * side + 2 * gap), QList<int>{3});
    }

    void rowsBeginWhereTheReaderDoes()
    {
        Flow flow(FlowLayout::Widths::Own);
        flow.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(flow.rowsAt(500), QList<int>{4});
        QCOMPARE(flow.parts()[0]->geometry().right(), 499);
    }
};

QTEST_MAIN(TestFlowLayout)
#include "tst_flowlayout.moc"
