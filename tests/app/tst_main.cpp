#include <QProcess>
#include <QTest>

class TestMain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textNeedsNoDisplay_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("text");
        QTest::newRow("help") << QStringLiteral("--help") << QStringLiteral("--data-dir");
        QTest::newRow("version") << QStringLiteral("--version") << QStringLiteral(WRITEBACK_VERSION);
    }
    void textNeedsNoDisplay()
    {
        QFETCH(QString, option);
        QFETCH(QString, text);
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("none"));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(PROGRAM), {option});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(QString::fromUtf8(program.readAllStandardOutput()).contains(text));
    }
};

QTEST_GUILESS_MAIN(TestMain)
#include "tst_main.moc"
