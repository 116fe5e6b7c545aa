#include "ui/settings/settingsdialog.h"
#include "ui/interaction.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QSpinBox>

using namespace Qt::StringLiterals;

using Core::ProxyChoice;
using Profiles::Settings;
using Support::Tone;
using Ui::SettingsDialog;

namespace {

void choose(const SettingsDialog &dialog, const QString &field, const QVariant &value)
{
    auto *box = Support::named<QComboBox>(&dialog, field);
    box->setCurrentIndex(box->findData(value));
}

} // namespace

class TestSettingsDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givenSettingsAreShown()
    {
        const Settings settings{.language = u"de"_s,
                                .proxy = {ProxyChoice::Use::Manual, u"proxy.example.com"_s, 3128},
                                .notifies = false,
                                .runsAtOnce = 7,
                                .confirmsEveryRun = true};
        SettingsDialog dialog(settings, m_around);
        dialog.show();
        QCOMPARE(dialog.entered(), settings);
        QCOMPARE(Support::named<QLineEdit>(&dialog, u"Data folder"_s)->text(), m_around.dataFolder);
        QCOMPARE(Support::nameless(&dialog), QStringList());
    }

    void everyInputChangesASetting()
    {
        const Settings before{.proxy = {ProxyChoice::Use::Manual, u"a.example.com"_s, 1}};
        SettingsDialog dialog(before, m_around);
        dialog.show();
        choose(dialog, u"Language"_s, u"de"_s);
        Support::named<QSpinBox>(&dialog, u"Simultaneous runs"_s)->setValue(2);
        for (QCheckBox *box : dialog.findChildren<QCheckBox *>())
            box->toggle();
        Support::named<QLineEdit>(&dialog, u"Proxy host"_s)->setText(u" b.example.com "_s);
        Support::named<QSpinBox>(&dialog, u"Proxy port"_s)->setValue(3128);
        QSignalSpy saved(&dialog, &SettingsDialog::saved);
        Support::button(dialog, u"Save"_s)->click();
        QCOMPARE(saved.count(), 1);
        QCOMPARE(saved[0][0].value<Settings>(),
                 (Settings{.language = u"de"_s,
                           .proxy = {ProxyChoice::Use::Manual, u"b.example.com"_s, 3128},
                           .notifies = false,
                           .runsAtOnce = 2,
                           .confirmsEveryRun = true}));
    }

    void nothingChangedIsNotSaved()
    {
        SettingsDialog dialog({}, m_around);
        dialog.show();
        QSignalSpy saved(&dialog, &SettingsDialog::saved);
        Support::button(dialog, u"Save"_s)->click();
        QCOMPARE(saved.count(), 0);
        QVERIFY(!dialog.isVisible());
    }

    void cancelChangesNothing()
    {
        SettingsDialog dialog({}, m_around);
        dialog.show();
        QSignalSpy saved(&dialog, &SettingsDialog::saved);
        Support::named<QSpinBox>(&dialog, u"Simultaneous runs"_s)->setValue(2);
        Support::button(dialog, u"Cancel"_s)->click();
        QCOMPARE(saved.count(), 0);
        QVERIFY(!dialog.isVisible());
    }

    void manualProxyNeedsItsHost()
    {
        SettingsDialog dialog({}, m_around);
        dialog.show();
        auto *host = Support::named<QLineEdit>(&dialog, u"Proxy host"_s);
        const auto *save = Support::button(dialog, u"Save"_s);
        QVERIFY(!host->isEnabled());
        QVERIFY(save->isEnabled());
        choose(dialog, u"Proxy"_s, int(ProxyChoice::Use::Manual));
        QVERIFY(host->isEnabled());
        QVERIFY(!save->isEnabled());
        QCOMPARE(dialog.findChild<Ui::StatusLine *>()->tone(), Tone::Note);
        host->setText(u"http://proxy.example.com:8080"_s);
        QVERIFY(!save->isEnabled());
        QCOMPARE(dialog.findChild<Ui::StatusLine *>()->tone(), Tone::Error);
        host->setText(u"proxy.example.com"_s);
        QVERIFY(save->isEnabled());
        QVERIFY(dialog.findChild<Ui::StatusLine *>()->text().isEmpty());
        choose(dialog, u"Proxy"_s, int(ProxyChoice::Use::None));
        host->clear();
        QVERIFY(save->isEnabled());
    }

    void languageThatIsNotInstalledIsKept()
    {
        SettingsDialog dialog({.language = u"fr"_s}, m_around);
        QCOMPARE(dialog.entered().language, u"fr"_s);
    }

private:
    const SettingsDialog::Surroundings m_around{.languages = {u"de"_s, u"en"_s}, .dataFolder = u"/a/folder"_s};
};

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
