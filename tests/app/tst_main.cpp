#include "profiles/settings.h"
#include "runs/datafolder.h"

#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Surroundings
{
    QString platform;
    QString language;
};

// What the program prints; empty if it fails.
QString printed(const QStringList &arguments, const Surroundings &around)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, around.platform);
    environment.insert(u"LC_ALL"_s, around.language);
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(PROGRAM), arguments);
    const bool isWell =
        program.waitForFinished() && program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0;
    return isWell ? QString::fromUtf8(program.readAllStandardOutput()) : QString();
}

} // namespace

class TestMain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textNeedsNoDisplay_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("text");
        QTest::newRow("help") << u"--help"_s << u"--data-dir"_s;
        QTest::newRow("version") << u"--version"_s << QStringLiteral(WRITEBACK_VERSION);
    }
    void textNeedsNoDisplay()
    {
        QFETCH(QString, option);
        QFETCH(QString, text);
        const QString shown = printed({option}, {.platform = u"none"_s, .language = u"C.UTF-8"_s});
        QVERIFY(shown.contains(text));
        QVERIFY(!shown.contains(QStringLiteral(PROGRAM))); // the name, not the path
    }

    void languageOfTheSettingsDecides_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("system");
        QTest::addColumn<bool>("isPseudo");
        const QString english = u"en_US.UTF-8"_s;
        const QString pseudo = u"en_XA.UTF-8"_s;
        QTest::newRow("none chosen, English system") << QString() << english << false;
        QTest::newRow("none chosen, other system") << QString() << pseudo << true;
        QTest::newRow("other, English system") << u"en_XA"_s << english << true;
        QTest::newRow("English, other system") << u"en"_s << pseudo << false;
        QTest::newRow("not installed") << u"fr"_s << pseudo << false;
    }
    void languageOfTheSettingsDecides()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, system);
        QFETCH(const bool, isPseudo);
        const QTemporaryDir folder;
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
        {
            QSettings stored(QSettings::IniFormat, QSettings::UserScope, Runs::productName, Runs::productName);
            QVERIFY(Profiles::save({.language = language}, stored));
        }
        const QString shown =
            printed({u"--data-dir"_s, folder.path(), u"--help"_s}, {.platform = u"offscreen"_s, .language = system});
        QVERIFY(!shown.isEmpty());
        QCOMPARE(shown.contains(u"áñd"_s), isPseudo);
    }
};

QTEST_GUILESS_MAIN(TestMain)
#include "tst_main.moc"
