#include "support/datasetfolder.h"
#include "support/runtoend.h"
#include "ui/hands.h"
#include "ui/pagewizard.h"
#include "ui/wizard/previewpage.h"

#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace Hands;
using Support::Desk;
using Support::SandboxProcess;
using PageWizard = Support::PageWizard<Desktop::PreviewPage>;

namespace {

const QList<Support::DataSetFolder::Column> columns{{QStringLiteral("Unit"), QStringLiteral("STRING")},
                                                    {QStringLiteral("Heads"), QStringLiteral("LONG")}};

} // namespace

class TestPreviewPage final : public QObject
{
    Q_OBJECT

    SandboxProcess m_sandbox;
    Desk m_desk;

    // What the page says, without what its table shows.
    static QString said(const PageWizard &one) { return one.page->findChild<Desktop::StatusLine *>()->text(); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }

    void theKeyboardLeadsOnAndBack()
    {
        PageWizard one(m_desk, m_desk.secrets, m_desk.addProfile(m_sandbox, QStringLiteral("Balance")));
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled()); // before it is known
        QVERIFY(one.canGoOn());
        auto *table = Support::named<QTableView>(one.page, QStringLiteral("Preview"));
        const QModelIndex corner = table->model()->index(0, 0);
        const QString desired = corner.data().toString();
        QVERIFY(!desired.isEmpty());
        QCOMPARE(table->model()->headerData(0, Qt::Vertical).toInt(), 3); // B3
        const auto *sides = one.page->findChild<QTabBar *>();
        QVERIFY(tabTo(sides));
        press(Qt::Key_Right);
        QCOMPARE(sides->currentIndex(), 1);
        QVERIFY(corner.data().toString() != desired); // the sheet is empty
        alt(Qt::Key_A);
        QCOMPARE(corner.data().toString(), desired);
        alt(Qt::Key_N);
        QVERIFY(one.reaches(PageWizard::Behind));
        alt(Qt::Key_B);
        QVERIFY(one.reaches(PageWizard::Here));
        alt(Qt::Key_B);
        QVERIFY(one.reaches(PageWizard::Before));
        press(Qt::Key_Escape);
        QVERIFY(!one.wizard.isVisible());
        QCOMPARE(m_sandbox.requests(QStringLiteral("updateValuesByRange")), 0);
    }

    void whatAnEmptyDataSetWouldClearIsSaidInRed()
    {
        Support::DataSetFolder folder;
        folder.write(QStringLiteral("Units"), columns, {{QStringLiteral("North"), 12}, {QStringLiteral("South"), 7}});
        folder.write(QStringLiteral("Empty"), columns, {});
        const SandboxProcess sandbox(folder.options());
        QVERIFY(sandbox.isUp());
        const Writeback::RunReport full =
            Support::runToEnd(sandbox.request(QStringLiteral("Units"), QStringLiteral("B3:")));
        QCOMPARE(full.state, Writeback::State::Verified);
        Desk desk;
        PageWizard one(
            desk, desk.secrets,
            desk.addProfile(sandbox, QStringLiteral("Empty"), QStringLiteral("B3:"), QStringLiteral("Empty")));
        one.signIn(sandbox);
        QVERIFY(one.open());
        QVERIFY(one.canGoOn()); // it is asked about when it runs
        const auto labels = one.page->findChildren<QLabel *>();
        const auto red = std::ranges::find_if(labels, [](const QLabel *label) {
            const QColor colour = label->palette().color(QPalette::WindowText);
            return colour.red() > 2 * colour.blue() && label->text().contains(QStringLiteral("4"));
        });
        QVERIFY(red != labels.end() && (*red)->isVisible());
    }

    void whatIsWaitedForIsSaid()
    {
        PageWizard one(m_desk, m_desk.secrets, m_desk.addProfile(m_sandbox, QStringLiteral("Balance")));
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        QVERIFY(!one.page->missing().isEmpty());
        QVERIFY(one.canGoOn());
        QCOMPARE(one.page->missing(), QString());
    }

    void aComparisonThatHangsIsStoppedAndBegunAnew()
    {
        const SandboxProcess sandbox({QStringLiteral("--fault"), QStringLiteral("hang@exportDataSet")});
        PageWizard one(m_desk, m_desk.secrets, m_desk.addProfile(m_sandbox, QStringLiteral("Balance")));
        one.signIn(sandbox);
        QVERIFY(one.open());
        QTRY_VERIFY_WITH_TIMEOUT(sandbox.requests(QStringLiteral("exportDataSet")) == 1, patience);
        auto *beside = one.page->findChild<Desktop::StatusLine *>()->findChild<QPushButton *>();
        QVERIFY(beside->isVisible());
        beside->click(); // stops
        QTRY_VERIFY_WITH_TIMEOUT(said(one).startsWith(u'✗'), patience);
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled());
        beside->click(); // asks again
        QVERIFY(one.canGoOn());
    }

    void escapeEndsAComparisonUnderWay()
    {
        const SandboxProcess sandbox({QStringLiteral("--fault"), QStringLiteral("hang@exportDataSet")});
        {
            PageWizard one(m_desk, m_desk.secrets, m_desk.addProfile(m_sandbox, QStringLiteral("Balance")));
            one.signIn(sandbox);
            QVERIFY(one.open());
            QTRY_VERIFY_WITH_TIMEOUT(sandbox.requests(QStringLiteral("exportDataSet")) == 1, patience);
            press(Qt::Key_Escape);
            QVERIFY(!one.wizard.isVisible());
        }
        QCOMPARE(sandbox.requests(QStringLiteral("updateValuesByRange")), 0);
    }

    void whatTheServiceRefusesIsSaid()
    {
        const SandboxProcess sandbox({QStringLiteral("--fault"), QStringLiteral("403@exportDataSet#*")});
        PageWizard one(m_desk, m_desk.secrets, m_desk.addProfile(m_sandbox, QStringLiteral("Balance")));
        one.signIn(sandbox);
        QVERIFY(one.open());
        QTRY_VERIFY_WITH_TIMEOUT(said(one).startsWith(u'✗'), patience);
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled());
    }
};

QTEST_MAIN(TestPreviewPage)
#include "tst_previewpage.moc"
