#include "support/datasetfolder.h"
#include "support/runtoend.h"
#include "ui/interaction.h"
#include "ui/look/chipbutton.h"
#include "ui/look/tonelabel.h"
#include "ui/look/segments.h"
#include "ui/pagewizard.h"
#include "ui/review/acceptdialog.h"
#include "ui/review/reviewpanel.h"
#include "ui/wizard/previewpage.h"

#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Wizard = PageWizard<Ui::PreviewPage>;

namespace {

const QList<Support::DataSetFolder::Column> columns{{u"Unit"_s, u"STRING"_s}, {u"Heads"_s, u"LONG"_s}};

} // namespace

class TestPreviewPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }

    void keyboardReachesNextAndBack()
    {
        Wizard one(m_desk, m_desk.secrets, m_desk.addProfile(m_sandbox, u"Balance"_s));
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled()); // before it is known
        QVERIFY(one.canGoOn());
        auto *table = Support::named<QTableView>(one.page, u"Changes"_s);
        const auto corner = [table] { return table->model()->index(0, 0).data().toString(); };
        QTRY_VERIFY(!corner().isEmpty());
        const QString desired = corner();
        QCOMPARE(table->model()->headerData(0, Qt::Vertical).toInt(), 3); // B3
        alt(Qt::Key_E); // by cell
        const auto *sides = Support::named<Ui::Segments>(one.page, u"Values to show"_s);
        QVERIFY(sides);
        QVERIFY(tabTo(sides->findChild<QAbstractButton *>()));
        press(Qt::Key_Right);
        QCOMPARE(sides->current(), 1);
        QTRY_VERIFY(corner() != desired); // the sheet is empty
        alt(Qt::Key_A);
        QTRY_COMPARE(corner(), desired);
        alt(Qt::Key_N);
        QVERIFY(one.reaches(Wizard::Behind));
        alt(Qt::Key_B);
        QVERIFY(one.reaches(Wizard::Here));
        alt(Qt::Key_B);
        QVERIFY(one.reaches(Wizard::Before));
        press(Qt::Key_Escape);
        QVERIFY(!one.wizard.isVisible());
        QCOMPARE(m_sandbox.requests(u"updateValuesByRange"_s), 0);
    }

    void clearingByAnEmptyDataSetIsShownInRed()
    {
        Support::DataSetFolder folder;
        folder.write(u"Units"_s, columns, {{u"North"_s, 12}, {u"South"_s, 7}});
        folder.write(u"Empty"_s, columns, {});
        const SandboxProcess sandbox(folder.options());
        QVERIFY(sandbox.isUp());
        const Writeback::RunReport full = Support::runToEnd(sandbox.request(u"Units"_s, u"B3:"_s));
        QCOMPARE(full.state, Writeback::State::Verified);
        Desk desk;
        Wizard one(desk, desk.secrets, desk.addProfile(sandbox, u"Empty"_s, u"B3:"_s, u"Empty"_s));
        one.signIn(sandbox);
        QVERIFY(one.open());
        QVERIFY(one.canGoOn()); // confirmed when it runs
        const auto labels = one.page->findChildren<QLabel *>();
        const auto red = std::ranges::find_if(labels, [](const QLabel *label) {
            const QColor colour = label->palette().color(QPalette::WindowText);
            return colour.red() > 2 * colour.blue() && label->text().contains(u"4"_s);
        });
        QVERIFY(red != labels.end() && (*red)->isVisible());
    }

    void acceptanceIsInTheDraftAndNeedsNoRequest()
    {
        Support::DataSetFolder folder;
        folder.write(u"Units"_s, columns, {{u"North"_s, 12}, {u"South"_s, 7}});
        folder.write(u"Empty"_s, columns, {});
        const SandboxProcess sandbox(folder.options());
        QVERIFY(sandbox.isUp());
        QCOMPARE(Support::runToEnd(sandbox.request(u"Units"_s, u"B3:"_s)).state, Writeback::State::Verified);
        Desk desk;
        Wizard one(desk, desk.secrets, desk.addProfile(sandbox, u"Empty"_s, u"B3:"_s, u"Empty"_s));
        one.signIn(sandbox);
        QVERIFY(one.open());
        QVERIFY(one.canGoOn());
        const int readings = sandbox.requests(u"getValuesByRange"_s);
        QVERIFY(readings > 0);
        QSignalSpy told(one.page, &Ui::PreviewPage::checkAccepted);
        QSignalSpy edited(one.page, &Ui::Page::edited);
        auto *accept = button(*one.page, u"Accept…"_s);
        QVERIFY(accept);
        accept->click();
        auto *dialog = one.page->findChild<Ui::AcceptDialog *>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"closed"_s);
        dialog->accept();
        QCOMPARE(told.size(), 1);
        QCOMPARE(edited.size(), 1);
        const QList<Sheet::Acceptance> accepted = one.context.draft.profile.guards.accepted;
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(accepted.first().guard, Sheet::Guard::EmptySource);
        const QList<Writeback::Finding> findings = one.context.preview->findings;
        const auto found =
            std::ranges::find(findings, Writeback::Finding::Kind::EmptySource, &Writeback::Finding::kind);
        QVERIFY(found != findings.end());
        QCOMPARE(found->verdict, Sheet::Verdict::Accepted);
        QTRY_VERIFY(!button(*one.page, u"Accept…"_s));
        QCOMPARE(sandbox.requests(u"getValuesByRange"_s), readings);
    }

    // One press, and the same comparison again.
    void numbersThatASheetWouldChangeCanBeSentAsText()
    {
        DataSetFolder folder;
        folder.write(u"Cards"_s, columns, {{u"North"_s, u"1234567890123456789"_s}, {u"South"_s, u"7"_s}});
        const SandboxProcess sandbox(folder.options());
        QVERIFY(sandbox.isUp());
        Desk desk;
        Wizard one(desk, desk.secrets, desk.addProfile(sandbox, u"Cards"_s, u"B3:"_s, u"Cards"_s));
        one.signIn(sandbox);
        QSignalSpy taken(one.page, &Ui::PreviewPage::shapingTaken);
        QVERIFY(one.open());
        const auto asText = [&one] { return button(*one.page, u"Send as text"_s); };
        QTRY_VERIFY_WITH_TIMEOUT(asText(), deadline);
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled());
        asText()->click();
        QVERIFY(one.canGoOn());
        QVERIFY(!asText());
        QCOMPARE(one.context.draft.profile.shaping.columns,
                 (QList<Sheet::ColumnRule>{{.name = u"Heads"_s, .kind = Sheet::ColumnKind::Text}}));
        QCOMPARE(taken.count(), 1);
    }

    void rowsAreCountedByKeyIfTheSheetHasSome()
    {
        Support::DataSetFolder folder;
        folder.write(u"Before"_s, columns, {{u"North"_s, 12}, {u"South"_s, 7}});
        folder.write(u"After"_s, columns, {{u"East"_s, 1}, {u"North"_s, 12}, {u"South"_s, 8}});
        const SandboxProcess sandbox(folder.options());
        QVERIFY(sandbox.isUp());
        Desk desk;
        const auto countsByKey = [&] {
            Wizard one(desk, desk.secrets, desk.addProfile(sandbox, u"After"_s, u"B3:"_s, u"After"_s));
            one.signIn(sandbox);
            QStringList counts;
            QSignalSpy listed(one.page->findChild<Ui::ReviewPanel *>(), &Ui::ReviewPanel::listed);
            if (!one.open() || !one.canGoOn() || (listed.isEmpty() && !listed.wait(deadline)))
                return counts;
            for (const auto *chip : one.page->findChildren<Ui::ChipButton *>()) {
                if (chip->isVisible())
                    counts.append(chip->text());
            }
            return counts;
        };
        QCOMPARE(countsByKey(), QStringList{u"3 new"_s});
        QCOMPARE(Support::runToEnd(sandbox.request(u"Before"_s, u"B3:"_s)).state, Writeback::State::Verified);
        QCOMPARE(countsByKey(), (QStringList{u"1 changed"_s, u"1 new"_s, u"1 moved"_s}));
    }

    void whatPointsAtRowsThatMoveIsShown()
    {
        Support::DataSetFolder folder;
        folder.write(u"Before"_s, columns, {{u"North"_s, 12}, {u"South"_s, 7}});
        folder.write(u"After"_s, columns, {{u"East"_s, 1}, {u"North"_s, 12}, {u"South"_s, 7}});
        const SandboxProcess sandbox(
            folder.options()
            + QStringList{u"--range-link"_s, u"Scratch/Sheet1!B5:C5"_s, u"--locked-cells"_s, u"Scratch/Sheet1!C6"_s});
        QVERIFY(sandbox.isUp());
        QCOMPARE(Support::runToEnd(sandbox.request(u"Before"_s, u"B3:C"_s)).state, Writeback::State::Verified);
        QVERIFY(Support::SheetProbe(sandbox).write(u"E9"_s, {{u"=C4*2"_s}}));
        Desk desk;
        Wizard one(desk, desk.secrets, desk.addProfile(sandbox, u"After"_s, u"B3:C"_s, u"After"_s));
        one.signIn(sandbox);
        QVERIFY(one.open());
        QVERIFY(one.canGoOn());
        const auto shows = [&](const QStringList &parts) {
            const auto labels = one.page->findChildren<Ui::ToneLabel *>();
            return std::ranges::any_of(labels, [&parts](const Ui::ToneLabel *label) {
                return std::ranges::all_of(parts,
                                           [label](const QString &part) { return label->text().contains(part); });
            });
        };
        QVERIFY(shows({u"E9"_s, u"C4"_s, u"\"North\""_s, u"\"East\""_s})); // the formula
        QVERIFY(shows({u"B5:C5"_s, u"\"South\""_s, u"\"North\""_s})); // the link
        QVERIFY(shows({u"(C6)"_s})); // the locked cell
    }

    void waitIsShown()
    {
        Wizard one(m_desk, m_desk.secrets, m_desk.addProfile(m_sandbox, u"Balance"_s));
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        QVERIFY(!one.page->missing().isEmpty());
        QVERIFY(one.canGoOn());
        QCOMPARE(one.page->missing(), QString());
    }

    void hangingComparisonCanBeStoppedAndRetried()
    {
        const SandboxProcess sandbox({u"--fault"_s, u"hang@exportDataSet"_s});
        Wizard one(m_desk, m_desk.secrets, m_desk.addProfile(m_sandbox, u"Balance"_s));
        one.signIn(sandbox);
        QVERIFY(one.open());
        QTRY_VERIFY_WITH_TIMEOUT(sandbox.requests(u"exportDataSet"_s) == 1, deadline);
        auto *beside = one.page->findChild<Ui::StatusLine *>()->findChild<QPushButton *>();
        QVERIFY(beside->isVisible());
        beside->click(); // Stop
        QTRY_COMPARE_WITH_TIMEOUT(tone(one), Tone::Warning, deadline);
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled());
        beside->click(); // Retry
        QVERIFY(one.canGoOn());
    }

    void escapeEndsAComparisonUnderWay()
    {
        const SandboxProcess sandbox({u"--fault"_s, u"hang@exportDataSet"_s});
        {
            Wizard one(m_desk, m_desk.secrets, m_desk.addProfile(m_sandbox, u"Balance"_s));
            one.signIn(sandbox);
            QVERIFY(one.open());
            QTRY_VERIFY_WITH_TIMEOUT(sandbox.requests(u"exportDataSet"_s) == 1, deadline);
            press(Qt::Key_Escape);
            QVERIFY(!one.wizard.isVisible());
        }
        QCOMPARE(sandbox.requests(u"updateValuesByRange"_s), 0);
    }

    void rejectionByTheServiceIsShown()
    {
        const SandboxProcess sandbox({u"--fault"_s, u"403@exportDataSet#*"_s});
        Wizard one(m_desk, m_desk.secrets, m_desk.addProfile(m_sandbox, u"Balance"_s));
        one.signIn(sandbox);
        QVERIFY(one.open());
        QTRY_COMPARE_WITH_TIMEOUT(tone(one), Tone::Error, deadline);
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled());
    }

private:
    SandboxProcess m_sandbox;
    Desk m_desk;

    static Tone tone(const Wizard &one) { return one.page->findChild<Ui::StatusLine *>()->tone(); }
};

QTEST_MAIN(TestPreviewPage)
#include "tst_previewpage.moc"
