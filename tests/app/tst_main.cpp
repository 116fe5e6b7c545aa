#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

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
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"none"_s);
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(PROGRAM), {option});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        const QString shown = QString::fromUtf8(program.readAllStandardOutput());
        QVERIFY(shown.contains(text));
        QVERIFY(!shown.contains(QStringLiteral(PROGRAM))); // the name, not the path
    }
};

QTEST_GUILESS_MAIN(TestMain)
#include "tst_main.moc"
