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

    void everyRuleOfColumnsHasAName()
    {
        using Sheet::NullRule;
        Sheet::Shaping shaping{.columns = {{.name = u"Left; out"_s, .isLeftOut = true}}};
        for (const NullRule &nulls :
             {NullRule(), NullRule{NullRule::Kind::Keep}, NullRule{NullRule::Kind::Word, u"="_s}})
            shaping.columns.append({.name = u"Cost center"_s, .as = u"CC"_s, .nulls = nulls, .decimals = 2});
        for (int kind = 0; kind <= int(Sheet::lastColumnKind); ++kind)
            shaping.columns[1 + kind].kind = Sheet::ColumnKind(kind);
        shaping.nulls = {NullRule::Kind::Word, u"n/a"_s};
        for (const bool isChoice : {false, true}) {
            shaping.isChoice = isChoice;
            Writeback::RunRequest request;
            request.dataSet()->shaping = shaping;
            const QString recorded = Writeback::optionsText(request);
            const QString names = Words::optionNames(recorded);
            for (const QString &option : recorded.split(u' '))
                QVERIFY2(!names.contains(option), qPrintable(option));
            for (const QString &word : {u"Cost center"_s, u"CC"_s, u"n/a"_s, u"\"=\""_s})
                QVERIFY2(names.contains(word), qPrintable(names));
            QCOMPARE(names.contains(u"Left; out"_s), !isChoice);
        }
    }

    // What decides where rows go, or which cells stay, does not change the values.
    void shapingIsWhatChangesTheDataSetsValues()
    {
        Writeback::RunRequest request;
        request.update = {.kind = Sheet::UpdateMethod::Kind::Upsert, .keys = {u"Account"_s}};
        request.dataSet()->columnNames = true;
        QCOMPARE(Words::shapingNames(Writeback::optionsText(request)), QString());
        request.asKept = true;
        request.dataSet()->shaping.columns = {{.name = u"Account"_s, .kind = Sheet::ColumnKind::Text},
                                              {.name = u"Comment"_s, .isLeftOut = true}};
        QCOMPARE(Words::shapingNames(Writeback::optionsText(request)),
                 u"line breaks and long numbers adapted to the sheet; Account as text; left out: Comment"_s);
    }

    void rowsBySqlAreOfTheShapingWithoutTheirText()
    {
        Writeback::RunRequest request;
        request.dataSet()->query = {.sql = u"SELECT * FROM table WHERE b = '{{x}}'"_s,
                                    .parameters = {{u"x"_s, u"1"_s}}};
        QCOMPARE(Words::shapingNames(Writeback::optionsText(request)), u"rows by SQL"_s);
    }

    void sqlAndItsParametersAreNamed()
    {
        Writeback::RunRequest request;
        request.dataSet()->query = {.sql = u"SELECT a\nFROM table WHERE b = '{{x}}'"_s,
                                    .parameters = {{u"x"_s, u"1; 2 = 3"_s}}};
        const QString names = Words::optionNames(Writeback::optionsText(request));
        QVERIFY2(names.contains(u"FROM table WHERE b = '{{x}}'"_s), qPrintable(names));
        QVERIFY2(names.contains(u"x: 1; 2 = 3"_s), qPrintable(names));
        QVERIFY(!names.contains(u'\n'));
    }

    void everyUpdateMethodHasAName()
    {
        using enum Sheet::UpdateMethod::Kind;
        for (const Sheet::UpdateMethod::Kind kind : {Replace, Append, Upsert, Partition})
            QVERIFY(Words::optionNames(Sheet::name({.kind = kind})) != Sheet::name({.kind = kind}));
    }

    void otherOptionsAreShownAsRecorded()
    {
        for (const QString &later : {u"merge"_s, u"type=Debit=money"_s, u"nulls=guess"_s, u"nullsOf=Debit=guess"_s})
            QCOMPARE(Words::optionNames(later), later);
        QCOMPARE(Words::optionNames({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestOptionText)
#include "tst_optiontext.moc"
