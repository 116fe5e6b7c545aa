#include "ui/help/aboutdialog.h"
#include "ui/controls.h"

#include <QFile>
#include <QLabel>
#include <QTest>
#include <QTextBrowser>

class TestAboutDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionIsShown()
    {
        QCoreApplication::setApplicationVersion(QStringLiteral("12.34.56"));
        const Ui::AboutDialog dialog;
        bool isShown = false;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            isShown = isShown || label->text().contains(QStringLiteral("12.34.56"));
        QVERIFY(isShown);
    }

    void licenceIsThatOfTheProject()
    {
        QFile file(QStringLiteral(":/guide/LICENSE"));
        QVERIFY(file.open(QFile::ReadOnly));
        const Ui::AboutDialog dialog;
        const QString shown = dialog.findChild<QTextBrowser *>()->toPlainText().simplified();
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.size() > 10);
        for (const QString &line : lines)
            QVERIFY2(shown.contains(line), qPrintable(line));
    }

    void everyForeignPartIsNamedWithItsLicence()
    {
        const Ui::AboutDialog dialog;
        const QString shown = dialog.findChild<QTextBrowser *>()->toPlainText();
        for (const Ui::ForeignPart &part : Ui::foreignParts()) {
            QVERIFY2(shown.contains(part.name) && shown.contains(part.licence), qPrintable(part.name));
            QVERIFY(!part.use.isEmpty());
        }
    }

    void everyControlHasAName()
    {
        const Ui::AboutDialog dialog;
        QCOMPARE(Support::nameless(&dialog), QStringList());
    }
};

QTEST_MAIN(TestAboutDialog)
#include "tst_aboutdialog.moc"
