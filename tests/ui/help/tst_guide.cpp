#include "ui/help/guide.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

class TestGuide final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sectionsForDevelopersAreLeftOut()
    {
        QCOMPARE(Ui::guideOf(u"# T\na\n## Two commands\nb\n### c\nd\n## Regions\ne\n## More\nf\n"_s),
                 u"# T\na\n## Regions\ne"_s);
    }

    void sectionsThatAreLeftOutExist()
    {
        const QString readme = text();
        for (const QString &section : Ui::sectionsOutsideOfGuide())
            QVERIFY2(readme.contains(u"\n## %1\n"_s.arg(section)), qPrintable(section));
    }

    void guideExplainsRegionsAndStates()
    {
        const QString guide = Ui::guideOf(text());
        QVERIFY(guide.contains("\n## Regions\n"_L1));
        QVERIFY(guide.contains("\n## How a run ends\n"_L1));
        QVERIFY(!guide.contains("./test"_L1));
    }

private:
    [[nodiscard]] static QString text() // as built into the program
    {
        QFile file(u":/guide/README.md"_s);
        return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
};

QTEST_GUILESS_MAIN(TestGuide)
#include "tst_guide.moc"
