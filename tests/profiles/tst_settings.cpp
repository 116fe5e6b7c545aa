#include "profiles/settings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ProxyChoice;
using Profiles::Settings;

Q_DECLARE_METATYPE(Settings)

class TestSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void init() { QFile::remove(path()); }

    void newInstallationHasTheUsualOnes()
    {
        const QSettings stored(path(), QSettings::IniFormat);
        const Settings settings = Profiles::settingsIn(stored);
        QCOMPARE(settings, Settings());
        QVERIFY(settings.notifies);
        QCOMPARE(settings.runsAtOnce, 4);
        QVERIFY(!settings.confirmsEveryRun);
        QCOMPARE(settings.proxy.use, ProxyChoice::Use::System);
    }

    void savedOnesAreRead_data()
    {
        QTest::addColumn<Settings>("settings");
        QTest::newRow("usual") << Settings();
        QTest::newRow("all different") << Settings{.language = u"de"_s,
                                                   .proxy = {ProxyChoice::Use::Manual, u"proxy.example.com"_s, 3128},
                                                   .notifies = false,
                                                   .runsAtOnce = 8,
                                                   .confirmsEveryRun = true};
        QTest::newRow("no proxy") << Settings{.proxy = {ProxyChoice::Use::None, u"proxy.example.com"_s, 3128}};
    }
    void savedOnesAreRead()
    {
        QFETCH(const Settings, settings);
        {
            QSettings stored(path(), QSettings::IniFormat);
            stored.setValue(u"home/geometry"_s, u"kept"_s);
            QVERIFY(Profiles::save({.runsAtOnce = 2, .confirmsEveryRun = true}, stored));
            QVERIFY(Profiles::save(settings, stored));
        }
        const QSettings again(path(), QSettings::IniFormat);
        QCOMPARE(Profiles::settingsIn(again), settings);
        QCOMPARE(again.value(u"home/geometry"_s).toString(), u"kept"_s);
    }

    void invalidValuesAreNotUsed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Settings>("settings");
        QTest::newRow("none at once") << "runsAtOnce=0"_ba << Settings{.runsAtOnce = 1};
        QTest::newRow("too many at once") << "runsAtOnce=900"_ba << Settings{.runsAtOnce = 8};
        QTest::newRow("not a number") << "runsAtOnce=many"_ba << Settings();
        QTest::newRow("unknown use of a proxy") << "proxy=wpad"_ba << Settings();
        QTest::newRow("port too large") << "proxyPort=70000"_ba << Settings();
        QTest::newRow("no port") << "proxyPort=0"_ba << Settings();
        // Not the system's: traffic must not bypass the proxy that was wanted.
        QTest::newRow("manual without a host")
            << "proxy=manual"_ba << Settings{.proxy = {ProxyChoice::Use::Manual, {}, Settings::usualProxyPort}};
    }
    void invalidValuesAreNotUsed()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const Settings, settings);
        QFile file(path());
        QVERIFY(file.open(QFile::WriteOnly) && file.write("[settings]\n" + text + '\n') > 0);
        file.close();
        QCOMPARE(Profiles::settingsIn(QSettings(path(), QSettings::IniFormat)), settings);
    }

    void failureToSaveIsReported()
    {
        QSettings stored(m_folder.path(), QSettings::IniFormat); // a folder
        const auto saved = Profiles::save({}, stored);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Core::ErrorKind::Disk);
        QCOMPARE(saved.error().subject, m_folder.path());
    }

    void hostStandsAlone_data()
    {
        QTest::addColumn<bool>("isHost");
        QTest::newRow("proxy.example.com") << true;
        QTest::newRow("10.0.0.1") << true;
        QTest::newRow("::1") << true;
        QTest::newRow("proxy") << true;
        QTest::newRow("") << false;
        QTest::newRow("proxy.example.com:8080") << false;
        QTest::newRow("http://proxy.example.com") << false;
        QTest::newRow("proxy example") << false;
        QTest::newRow("user@proxy") << false;
    }
    void hostStandsAlone()
    {
        QFETCH(const bool, isHost);
        QCOMPARE(Profiles::isHostName(QString::fromLatin1(QTest::currentDataTag())), isHost);
    }

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString path() const { return m_folder.filePath(u"settings.ini"_s); }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
