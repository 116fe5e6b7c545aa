#include "words/optiontext.h"
#include "writeback/journal.h"
#include "writeback/runrequest.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestOptionText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRecordedOptionHasAName()
    {
        Writeback::RunRequest request;
        request.source = Writeback::DataSetSource{.domo = {}, .dataSetId = {}, .datesAsText = true};
        request.asKept = true;
        const QString recorded = Writeback::optionsText(request);
        QCOMPARE(recorded.split(u' ').size(), 4);
        const QString names = Words::optionNames(recorded);
        for (const QString &option : recorded.split(u' '))
            QVERIFY2(!names.contains(option), qPrintable(option));
        QCOMPARE(names.split(u"; "_s).size(), 4);
    }

    void otherOptionsAreShownAsRecorded()
    {
        QCOMPARE(Words::optionNames(u"upsert"_s), u"upsert"_s);
        QCOMPARE(Words::optionNames({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestOptionText)
#include "tst_optiontext.moc"
