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
        request.update = {
            .keys = {u"Cost center"_s}, .partition = {u"a=b"_s}, .keepsOrder = true, .formulas = Sheet::Formulas::Keep};
        const QString recorded = Writeback::optionsText(request);
        QCOMPARE(recorded.split(u' ').size(), 8);
        const QString names = Words::optionNames(recorded);
        for (const QString &option : recorded.split(u' '))
            QVERIFY2(!names.contains(option), qPrintable(option));
        QCOMPARE(names.split(u"; "_s).size(), 8);
        QVERIFY(names.contains(u"Cost center"_s) && names.contains(u"a=b"_s));
    }

    void everyUpdateMethodHasAName()
    {
        using enum Sheet::UpdateMethod::Kind;
        for (const Sheet::UpdateMethod::Kind kind : {Replace, Append, Upsert, Partition})
            QVERIFY(Words::optionNames(Sheet::name({.kind = kind})) != Sheet::name({.kind = kind}));
    }

    void otherOptionsAreShownAsRecorded()
    {
        QCOMPARE(Words::optionNames(u"merge"_s), u"merge"_s);
        QCOMPARE(Words::optionNames({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestOptionText)
#include "tst_optiontext.moc"
