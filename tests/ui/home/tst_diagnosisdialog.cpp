#include "support/schedules.h"
#include "ui/home/diagnosisdialog.h"
#include "ui/interaction.h"

#include <QClipboard>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

using namespace Support;
using Ui::DiagnosisDialog;

class TestDiagnosisDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }
    void init() { m_desk = std::make_unique<Desk>(); }

    void everyLinkOfASoundWritebackIsShown()
    {
        const auto dialog = open(m_desk->addProfile(m_sandbox, u"Balance"_s));
        QVERIFY(isOver(*dialog));
        QCOMPARE(result(*dialog)->tone(), Tone::Ok);
        QVERIFY(rows(*dialog) > int(Setup::Link::WriteSheet)); // those of both services
        QCOMPARE(Support::nameless(dialog.get()), QStringList());
    }

    void firstBrokenLinkIsNamedAndChosen()
    {
        const Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        m_desk->secrets.write(profile.accountId, Profiles::Secret::Domo, u"another secret"_s, &m_desk->secrets,
                              [](const Core::Result<void> &) {});
        const auto dialog = open(profile);
        QVERIFY(isOver(*dialog));
        QCOMPARE(result(*dialog)->tone(), Tone::Error);
        const auto *list = dialog->findChild<QTreeWidget *>();
        QVERIFY2(list->currentItem()->text(0).contains(u"sign-in"_s), qPrintable(list->currentItem()->text(0)));
        QVERIFY(result(*dialog)->text().contains(list->currentItem()->text(0)));
    }

    void scheduleThatIsNotHandedOverIsTheLastLink()
    {
        Profiles::Profile profile = m_desk->addProfile(m_sandbox, u"Balance"_s);
        profile.schedule = Profiles::Automatically{.timetable = Support::daily({6, 0})};
        QVERIFY(m_desk->store.save(profile));
        const auto dialog = open(profile, [profile] {
            Schedule::Saved saved{.profiles = {profile}, .scheduler = Schedule::SchedulerKind::Systemd};
            saved.handover.program = u"/usr/bin/workiva-writeback-cli"_s;
            return Runs::Doctor::Schedules{saved, QList<Schedule::Installed>()};
        });
        QVERIFY(isOver(*dialog));
        QCOMPARE(result(*dialog)->tone(), Tone::Error);
        const auto *list = dialog->findChild<QTreeWidget *>();
        QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), rows(*dialog) - 1);
    }

    void copiedTextHasEveryLinkAndNoSecret()
    {
        const auto dialog = open(m_desk->addProfile(m_sandbox, u"Balance"_s));
        QVERIFY(!button(*dialog, u"Copy"_s)->isEnabled());
        QVERIFY(isOver(*dialog));
        button(*dialog, u"Copy"_s)->click();
        const QString text = QGuiApplication::clipboard()->text();
        QCOMPARE(text.count(u'\n'), rows(*dialog) + 1);
        QVERIFY(!text.contains(m_sandbox.domo().secret.text()) && !text.contains(m_sandbox.workiva().secret.text()));
    }

private:
    [[nodiscard]] std::unique_ptr<DiagnosisDialog> open(const Profiles::Profile &profile,
                                                        const DiagnosisDialog::Installed &installed = {})
    {
        auto dialog = std::make_unique<DiagnosisDialog>(
            profile, std::make_unique<Runs::Doctor>(*m_desk->data, m_desk->store, m_desk->secrets), Core::ProxyChoice(),
            installed);
        dialog->show();
        return dialog;
    }

    [[nodiscard]] static const Ui::StatusLine *result(const DiagnosisDialog &dialog)
    {
        return dialog.findChild<Ui::StatusLine *>();
    }

    [[nodiscard]] static bool isOver(const DiagnosisDialog &dialog, int within = deadline)
    {
        return QTest::qWaitFor([&dialog] { return result(dialog)->tone() != Tone::Waiting; }, within);
    }

    [[nodiscard]] static int rows(const DiagnosisDialog &dialog)
    {
        return dialog.findChild<QTreeWidget *>()->topLevelItemCount();
    }

    std::unique_ptr<Desk> m_desk;
    SandboxProcess m_sandbox;
};

QTEST_MAIN(TestDiagnosisDialog)
#include "tst_diagnosisdialog.moc"
