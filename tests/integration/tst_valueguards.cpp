#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;

namespace {

const QString name = u"Accounts"_s;
const QList<DataSetFolder::Column> columns{{u"Account"_s, u"STRING"_s}, {u"Amount"_s, u"DOUBLE"_s}};
const Rows codes{{u"00123"_s, 1'000}, {u"1-2"_s, 2'000}, {u"Cash"_s, 3'000}, {u"00007"_s, 4'000}};
const Rows plain{{u"Cash"_s, 1'234'567}, {u"Debt"_s, 2'000'000}};
const QString region = u"B3:"_s;

// "Account leadingZeros 2 B4" for each.
QStringList columnsIn(const Output &output, const QString &guard)
{
    QStringList texts;
    const QJsonArray all = guardIn(output, guard)["columns"_L1].toArray();
    for (const QJsonValue &one : all) {
        QStringList text{one["column"_L1].toString(), one["trait"_L1].toString()};
        if (one["count"_L1].isDouble())
            text.append(QString::number(one["count"_L1].toInt()));
        text += {one["place"_L1].toString(), one["actual"_L1].toString(), one["expected"_L1].toString()};
        text.removeAll(QString());
        texts.append(text.join(u' '));
    }
    return texts;
}

} // namespace

// The guards that look at values: what they name, that each stops a run or lets it go on, and what that leaves in the
// sheet.
class TestValueGuards final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_data = std::make_unique<QTemporaryDir>(); }

    void identifiersAreNamedByColumnAndArriveAsTexts()
    {
        load(codes);
        const Output planned = caller().plan();
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(verdictIn(planned, u"identifiers"_s), u"warn"_s);
        QCOMPARE(guardIn(planned, u"identifiers"_s)["actual"_L1].toInt(), 3);
        QCOMPARE(guardIn(planned, u"identifiers"_s)["where"_L1].toString(), u"B4"_s);
        QCOMPARE(columnsIn(planned, u"identifiers"_s),
                 (QStringList{u"Account leadingZeros 2 B4"_s, u"Account date 1 B5"_s, u"Account mixed 2"_s}));

        const Output stopped = caller().copy({u"--guard"_s, u"identifiers=stop"_s});
        QVERIFY2(stopped.code == 4, stopped.all().constData());
        QCOMPARE(verdictIn(stopped, u"identifiers"_s), u"stop"_s);
        QVERIFY(stopped.json()["error"_L1]["next"_L1].toString().contains(u"--accept identifiers"_s));
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), Cells()), QString());

        const Output copied = caller().copy();
        QVERIFY2(copied.code == 0, copied.all().constData());
        QCOMPARE(verdictIn(copied, u"identifiers"_s), u"warn"_s);
        Cells wanted;
        place(wanted, 2, 1, Rows{namesOf(columns)} + codes);
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), wanted), QString());
        QCOMPARE(verdictIn(caller().copy(), u"identifiers"_s), u"passed"_s); // nothing is written
        QCOMPARE(verdictIn(caller().copy({u"--guard"_s, u"identifiers=off"_s}), u"identifiers"_s), u"off"_s);
    }

    void zerosThatAChosenTypeDropsAreNamedWithTheOptionThatKeepsThem()
    {
        load(codes);
        const QStringList typed{u"--types"_s, u"Account=number"_s};
        const Output planned = caller().plan(typed);
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(columnsIn(planned, u"identifiers"_s), QStringList{u"Account zerosDropped 2"_s});
        QCOMPARE(guardIn(planned, u"identifiers"_s)["betterAsText"_L1].toArray(), QJsonArray{u"Account"_s});
        const Output read = call(caller().planArguments() + typed, credentialsOf(*m_sandbox));
        QVERIFY2(read.out.contains(R"(--types "Account=text")"), read.all().constData());
        const Output stopped = caller().copy(typed + QStringList{u"--guard"_s, u"identifiers=stop"_s});
        QVERIFY2(stopped.code == 4, stopped.all().constData());
        QVERIFY(stopped.json()["error"_L1]["next"_L1].toString().contains(uR"(--types "Account=text")"_s));
        const Output copied = caller().copy(typed);
        QVERIFY2(copied.code == 0, copied.all().constData());
        QCOMPARE(valueAt(3, 1), QJsonValue(123));
    }

    void numbersWithTooManyDigitsAreBetterAsText()
    {
        load({{u"Cash"_s, u"12345678901234567890"_s}});
        const Output refused = caller().copy();
        QVERIFY2(refused.code == 4, refused.all().constData());
        QCOMPARE(columnsIn(refused, u"number-too-precise"_s), QStringList{u"Amount tooManyDigits 1 C4"_s});
        QVERIFY(refused.json()["error"_L1]["next"_L1].toString().contains(uR"(--types "Amount=text")"_s));
        const Output copied = caller().copy({u"--types"_s, u"Amount=text"_s});
        QVERIFY2(copied.code == 0, copied.all().constData());
        QCOMPARE(columnsIn(copied, u"identifiers"_s), QStringList{u"Amount manyDigits 1 C4"_s});
        QCOMPARE(valueAt(3, 2), QJsonValue(u"12345678901234567890"_s));
    }

    void scaleOfTheSheetIsNamedWhereItIsAskedFor()
    {
        load(plain);
        const QJsonObject inThousands{
            {u"valueFormatType"_s, u"NUMBER"_s}, {u"shownIn"_s, u"THOUSANDS"_s}, {u"enteredIn"_s, u"ONES"_s}};
        QVERIFY(SheetProbe(*m_sandbox).format(u"C4:C9"_s, inThousands));
        const Output planned = caller().plan();
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(verdictIn(planned, u"scale"_s), u"warn"_s);
        QCOMPARE(columnsIn(planned, u"scale"_s), QStringList{u"Amount shownIn C4 THOUSANDS ONES"_s});
        QCOMPARE(guardIn(planned, u"scale"_s)["where"_L1].toString(), u"C4"_s);

        const Output stopped = caller().copy({u"--guard"_s, u"scale=stop"_s});
        QVERIFY2(stopped.code == 4, stopped.all().constData());
        QVERIFY(stopped.json()["error"_L1]["next"_L1].toString().contains(u"--accept scale"_s));
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), Cells()), QString());

        const int asked = m_sandbox->requests(u"getSheetData"_s);
        const Output copied = caller(u"B3:C5"_s).copy(); // is read without sheetdata
        QVERIFY2(copied.code == 0, copied.all().constData());
        QCOMPARE(verdictIn(copied, u"scale"_s), u"notMade"_s);
        QCOMPARE(guardIn(copied, u"scale"_s)["unread"_L1].toString(), u"notAsked"_s);
        QCOMPARE(valueAt(3, 2), QJsonValue(1'234'567)); // in ones
        QCOMPARE(m_sandbox->requests(u"getSheetData"_s), asked);

        QVERIFY(SheetProbe(*m_sandbox).write(u"C4"_s, Rows{{1}}));
        const Output passed = caller().copy({u"--guard"_s, u"scale=warn"_s});
        QVERIFY2(passed.code == 0, passed.all().constData());
        QCOMPARE(verdictIn(passed, u"scale"_s), u"warn"_s);
    }

    void scaleThatIsNotKnownIsNoVerdict()
    {
        load(plain);
        QVERIFY(SheetProbe(*m_sandbox).format(u"C4:C9"_s, {{u"shownIn"_s, u"LAKHS"_s}}));
        const Output planned = caller().plan();
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(verdictIn(planned, u"scale"_s), u"notMade"_s);
        QCOMPARE(guardIn(planned, u"scale"_s)["unread"_L1].toString(), u"failed"_s);
    }

    void chosenStopHoldsAlsoWhereTheScaleIsNotKnown()
    {
        load(plain);
        QVERIFY(SheetProbe(*m_sandbox).format(u"C4:C9"_s, {{u"shownIn"_s, u"LAKHS"_s}}));
        const Cells before = SheetProbe(*m_sandbox).read();
        const Output stopped = caller().copy({u"--guard"_s, u"scale=stop"_s});
        QVERIFY2(stopped.code == 4, stopped.all().constData());
        const QJsonObject record = guardIn(stopped, u"scale"_s);
        QCOMPARE(record["verdict"_L1].toString(), u"stop"_s);
        QCOMPARE(record["unread"_L1].toString(), u"failed"_s);
        QVERIFY(record["actual"_L1].isNull());
        QVERIFY(stopped.json()["error"_L1]["next"_L1].toString().contains(u"--accept scale"_s));
        QCOMPARE(difference(SheetProbe(*m_sandbox).read(), before), QString());

        QCOMPARE(verdictIn(caller().plan({u"--guard"_s, u"scale=warn"_s}), u"scale"_s), u"notMade"_s);

        const Output accepted = caller().copy({u"--guard"_s, u"scale=stop"_s, u"--accept"_s, u"scale"_s, u"--reason"_s,
                                               u"Lakhs are checked by hand"_s, u"--until"_s, u"2999-12-31"_s});
        QVERIFY2(accepted.code == 0, accepted.all().constData());
        QCOMPARE(verdictIn(accepted, u"scale"_s), u"accepted"_s);
    }

    void totalOfAThousandthIsNamed()
    {
        load(Rows{{u"Cash"_s, 1'234.567}, {u"Debt"_s, 2'000}});
        QVERIFY(SheetProbe(*m_sandbox).write(u"B3:C5"_s, Rows{namesOf(columns)} + plain));
        const Output planned = caller().plan();
        QVERIFY2(planned.code == 10, planned.all().constData());
        QCOMPARE(columnsIn(planned, u"scale"_s), QStringList{u"Amount totalSmaller 1000 3234.567 3234567"_s});
        const Output stopped = caller().copy({u"--guard"_s, u"scale=stop"_s});
        QVERIFY2(stopped.code == 4, stopped.all().constData());
        const Output copied = caller().copy();
        QVERIFY2(copied.code == 0, copied.all().constData());
        QCOMPARE(verdictIn(caller().plan(), u"scale"_s), u"passed"_s);
    }

    void rowPoliciesAreARecordInBothPositions()
    {
        load(plain, true);
        const Output planned = caller().plan({u"--guard"_s, u"rows-filtered=stop"_s});
        QVERIFY2(planned.code == 10, planned.all().constData());
        const Output stopped = caller().copy({u"--guard"_s, u"rows-filtered=stop"_s});
        QVERIFY2(stopped.code == 4, stopped.all().constData());
        const Output copied = caller().copy();
        QVERIFY2(copied.code == 0, copied.all().constData());
        for (const auto &[output, verdict] :
             {std::pair(&planned, u"stop"_s), {&stopped, u"stop"_s}, {&copied, u"warn"_s}}) {
            const QJsonObject expected{
                {u"name"_s, u"rows-filtered"_s}, {u"verdict"_s, verdict}, {u"actual"_s, 1}, {u"expected"_s, 0},
                {u"threshold"_s, QJsonValue()},  {u"where"_s, name}};
            QCOMPARE(guardIn(*output, u"rows-filtered"_s), expected);
        }
    }

private:
    void load(const Rows &content, bool pdpEnabled = false)
    {
        m_folder.write(name, columns, content, pdpEnabled);
        m_sandbox = std::make_unique<SandboxProcess>(m_folder.options());
    }

    [[nodiscard]] Caller caller(const QString &into = region) const { return {*m_sandbox, name, into, m_data->path()}; }

    [[nodiscard]] QJsonValue valueAt(int row, int column) const { return SheetProbe(*m_sandbox).read()[{row, column}]; }

    DataSetFolder m_folder;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<SandboxProcess> m_sandbox;
};

QTEST_GUILESS_MAIN(TestValueGuards)
#include "tst_valueguards.moc"
