#include "sandbox/operationnames.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestOperationNames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreThoseOfTheContracts()
    {
        QStringList inContracts;
        for (const char *name : {"domo.yaml", "workiva-2026-01-01.yaml"}) {
            QFile file(QFINDTESTDATA("../contract/openapi") + u'/' + QLatin1String(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            static const QRegularExpression id(u"operationId: (\\w+)"_s);
            for (const QRegularExpressionMatch &match : id.globalMatch(text))
                inContracts += match.captured(1);
        }
        QStringList names = Sandbox::operationNames();
        inContracts.sort();
        names.sort();
        QCOMPARE(names, inContracts);
    }
};

QTEST_GUILESS_MAIN(TestOperationNames)
#include "tst_operationnames.moc"
