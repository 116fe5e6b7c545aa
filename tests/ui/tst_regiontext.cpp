#include "ui/forms/regiontext.h"

#include <QRegularExpression>
#include <QTest>

class TestRegionText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRegionIsExplainedByItsOwnNumbers_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char *region, const QStringList &parts) {
            QTest::newRow(region) << QString::fromLatin1(region) << parts;
        };
        row("A1", {QStringLiteral("A1")});
        row("A2:D8", {QStringLiteral("7"), QStringLiteral("4"), QStringLiteral("A2")});
        row("C:C", {QStringLiteral("C")});
        row("A:C", {QStringLiteral("A"), QStringLiteral("C")});
        row("4:4", {QStringLiteral("4")});
        row("2:3", {QStringLiteral("2"), QStringLiteral("3")});
        row("B3:", {QStringLiteral("B3")});
        row("B3:F", {QStringLiteral("B"), QStringLiteral("F"), QStringLiteral("3")});
        row("B3:20", {QStringLiteral("3"), QStringLiteral("20"), QStringLiteral("B")});
        row(":", {QStringLiteral("A1")});
    }
    void aRegionIsExplainedByItsOwnNumbers()
    {
        QFETCH(QString, region);
        QFETCH(QStringList, parts);
        const QString text = Desktop::regionText(*Sheet::Region::parse(region));
        for (const QString &part : parts) {
            const QRegularExpression word(QStringLiteral("\\b%1\\b").arg(part));
            QVERIFY2(text.contains(word), qPrintable(text));
        }
        QVERIFY(!text.contains(u'%'));
    }

    void differentShapesAreExplainedDifferently()
    {
        const QStringList regions{QStringLiteral("B3"),  QStringLiteral("B3:F8"), QStringLiteral("B:B"),
                                  QStringLiteral("B:F"), QStringLiteral("3:3"),   QStringLiteral("3:20"),
                                  QStringLiteral("B3:"), QStringLiteral("B3:F"),  QStringLiteral("B3:20"),
                                  QStringLiteral(":")};
        QSet<QString> texts;
        for (const QString &region : regions)
            texts.insert(Desktop::regionText(*Sheet::Region::parse(region)));
        QCOMPARE(texts.size(), regions.size());
    }
};

QTEST_MAIN(TestRegionText)
#include "tst_regiontext.moc"
