#include "history/journals.h"
#include "history/runcolumns.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestRunColumns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnOfTheFileHasItsRow()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"history.sqlite"_s);
        QVERIFY(Support::open(History::Place::file(path)));
        QStringList there =
            Support::ask(path, u"SELECT group_concat(name) FROM pragma_table_info('runs')"_s).toString().split(u',');
        QStringList known;
        for (const History::RunColumn &column : History::runColumns()) {
            if (!column.name.startsWith(u'(')) // an expression
                known.append(column.name);
        }
        there.sort();
        known.sort();
        QCOMPARE(known, there);
    }

    void whatIsWrittenIsReadButForTheKeyOfTheSheet()
    {
        QStringList unread;
        for (const History::RunColumn &column : History::runColumns()) {
            if (!column.read)
                unread.append(column.name);
        }
        QCOMPARE(unread, QStringList(u"sheetKey"_s));
    }
};

QTEST_GUILESS_MAIN(TestRunColumns)
#include "tst_runcolumns.moc"
