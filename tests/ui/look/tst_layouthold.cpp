#include "ui/look/layouthold.h"

#include <QLabel>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

class CountingLayout final : public QVBoxLayout
{
public:
    using QVBoxLayout::QVBoxLayout;

    void setGeometry(const QRect &rect) override
    {
        ++m_passes;
        QVBoxLayout::setGeometry(rect);
    }

    [[nodiscard]] int passes() const { return m_passes; }

private:
    int m_passes = 0;
};

} // namespace

class TestLayoutHold final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsShownMeanwhileIsLaidOutOnce()
    {
        QWidget page;
        auto *layout = new CountingLayout(&page);
        QList<QLabel *> labels;
        for (int number = 0; number < 5; ++number) {
            labels.append(new QLabel(u"text"_s, &page));
            labels.last()->hide();
            layout->addWidget(labels.last());
        }
        page.resize(200, 400);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QCoreApplication::processEvents();
        const int before = layout->passes();
        {
            const Ui::LayoutHold hold(layout);
            for (QLabel *label : labels)
                label->show();
            QCOMPARE(layout->passes(), before);
        }
        QTRY_VERIFY(labels.last()->y() > labels.first()->y());
        QCOMPARE(layout->passes(), before + 1);
    }
};

QTEST_MAIN(TestLayoutHold)
#include "tst_layouthold.moc"
