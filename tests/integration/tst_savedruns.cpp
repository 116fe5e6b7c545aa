#include "profiles/profilefile.h"
#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/desk.h"
#include "support/pty.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;

namespace {

const QString unitsName = u"Units"_s;
const QString othersName = u"Others"_s;
const QList<DataSetFolder::Column> columns{{u"Unit"_s, u"STRING"_s}, {u"Heads"_s, u"LONG"_s}};
const Rows rows{{u"North"_s, 12}, {u"South"_s, 7}};
const Rows others{{u"East"_s, 3}, {u"West"_s, 4}};
constexpr int limit = 60'000;

QStringList statesIn(const QJsonObject &document)
{
    QStringList states;
    for (const QJsonValue &run : document["runs"_L1].toArray())
        states.append(run["report"_L1].isNull() ? u"-"_s : run["report"_L1]["state"_L1].toString());
    return states;
}

QStringList namesIn(const QJsonObject &document)
{
    QStringList names;
    for (const QJsonValue &run : document["runs"_L1].toArray())
        names.append(run["profile"_L1]["name"_L1].toString());
    return names;
}

} // namespace

// Saved writebacks on the command line, with the credentials in the environment.
class TestSavedRuns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_datasets.write(unitsName, columns, rows);
        m_datasets.write(othersName, columns, others);
    }

    void init() { m_desk = std::make_unique<Desk>(); }

    void writebackIsNamedByNameIdOrFile_data()
    {
        QTest::addColumn<QString>("form");
        for (const char *form : {"name", "other case", "ID", "file"})
            QTest::newRow(form) << QString::fromLatin1(form);
    }
    void writebackIsNamedByNameIdOrFile()
    {
        QFETCH(QString, form);
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        const Profiles::Profile profile = m_desk->addProfile(sandbox, u"Head count"_s, u"B3:"_s, unitsName);
        const QString file = m_desk->folder.filePath(u"shared.writeback.json"_s);
        QVERIFY(Profiles::writeProfileFile(file, profile));
        const QHash<QString, QStringList> arguments{{u"name"_s, {u"Head count"_s}},
                                                    {u"other case"_s, {u"HEAD COUNT"_s}},
                                                    {u"ID"_s, {profile.id}},
                                                    {u"file"_s, {file, u"--account"_s, u"Finance"_s}}};
        const Output output = run(sandbox, arguments[form]);
        QVERIFY2(output.code == 0, output.all().constData());
        QCOMPARE(statesIn(output.json()), QStringList{u"verified"_s});
        QCOMPARE(namesIn(output.json()), QStringList{u"Head count"_s});
        Cells wanted;
        place(wanted, 2, 1, Rows{namesOf(columns)} + rows);
        QCOMPARE(difference(SheetProbe(sandbox).read(), wanted), QString());

        const auto recorded = m_desk->history().allRuns();
        QVERIFY(recorded && recorded->size() == 1);
        QCOMPARE(recorded->first().entry.profileId, form == "file"_L1 ? QString() : profile.id);
        QCOMPARE(recorded->first().entry.account, u"Finance"_s);
        QCOMPARE(recorded->first().program, u"workiva-writeback-cli"_s);
        QCOMPARE(m_desk->store.profiles().size(), 1); // nothing was saved
    }

    void fileWithoutAccountUsesTheAddressesGiven()
    {
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        const QString file = m_desk->folder.filePath(u"shared.writeback.json"_s);
        QVERIFY(Profiles::writeProfileFile(file, m_desk->addProfile(sandbox, u"Head count"_s, u"B3:"_s, unitsName)));
        const QStringList addresses{u"--domo-url"_s, sandbox.domo().baseUrl.toString(), u"--workiva-url"_s,
                                    sandbox.workiva().baseUrl.toString()};
        const Output output = run(sandbox, QStringList{file} + addresses);
        QVERIFY2(output.code == 0, output.all().constData());

        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const Output without = call(arguments(QStringList{file} + addresses), environment);
        QVERIFY2(without.code == 2, without.all().constData());
        QVERIFY(refusal(without)["next"_L1].toString().contains(u"--account"_s));
    }

    void severalRunInTheirOrder()
    {
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        add(sandbox, u"One"_s, {.region = u"A1:B9"_s, .dataSet = unitsName});
        add(sandbox, u"Two"_s, {.region = u"A1:B9"_s, .dataSet = othersName}); // the same cells
        add(sandbox, u"Three"_s, {.region = u"D1:E9"_s, .dataSet = unitsName, .spreadsheet = headcount});
        const Output output = run(sandbox, {u"Two"_s, u"One"_s, u"Three"_s, u"Two"_s});
        QVERIFY2(output.code == 0, output.all().constData());
        QCOMPARE(namesIn(output.json()), QStringList({u"Two"_s, u"One"_s, u"Three"_s}));
        Cells wanted;
        place(wanted, 0, 0, Rows{namesOf(columns)} + rows);
        QCOMPARE(difference(SheetProbe(sandbox).read(), wanted), QString());

        // On one sheet one ended before the other started; on another sheet it did not wait.
        const auto recorded = m_desk->history().allRuns();
        QVERIFY(recorded && recorded->size() == 3);
        const auto named = [&recorded](const QString &name) {
            return *std::ranges::find(*recorded, name,
                                      [](const History::RunRecord &run) { return run.entry.profileName; });
        };
        QVERIFY(named(u"Two"_s).ended <= named(u"One"_s).entry.started);
        QVERIFY(named(u"Three"_s).entry.started <= named(u"Two"_s).ended);
    }

    void groupIsAllOfItThatIsInUse()
    {
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        add(sandbox, u"One"_s, {.region = u"A1:B9"_s, .dataSet = unitsName, .group = u"Close"_s});
        add(sandbox, u"Two"_s, {.region = u"D1:E9"_s, .dataSet = unitsName, .group = u"Close"_s});
        add(sandbox, u"Put away"_s,
            {.region = u"G1:H9"_s, .dataSet = unitsName, .group = u"Close"_s, .archived = true});
        add(sandbox, u"Elsewhere"_s, {.region = u"J1:K9"_s, .dataSet = unitsName, .group = u"Plan"_s});
        const Output output = run(sandbox, {u"--group"_s, u"close"_s});
        QVERIFY2(output.code == 0, output.all().constData());
        QCOMPARE(namesIn(output.json()), QStringList({u"One"_s, u"Two"_s}));
    }

    void failureOfOneIsTheCodeOfAll_data()
    {
        QTest::addColumn<bool>("stops");
        QTest::newRow("the others run") << false;
        QTest::newRow("no other starts") << true;
    }
    void failureOfOneIsTheCodeOfAll()
    {
        QFETCH(bool, stops);
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        add(sandbox, u"Missing"_s,
            {.region = u"A1:B9"_s, .dataSet = unitsName, .dataSetId = u"00000000-1111-4222-8333-444444444444"_s});
        add(sandbox, u"Next"_s, {.region = u"A1:B9"_s, .dataSet = unitsName});
        const QStringList stop = stops ? QStringList{u"--stop-on-failure"_s} : QStringList();
        const Output output = run(sandbox, QStringList{u"Missing"_s, u"Next"_s} + stop);
        QVERIFY2(output.code == 5, output.all().constData());
        QCOMPARE(statesIn(output.json()), QStringList({u"failed"_s, stops ? u"-"_s : u"verified"_s}));
        const auto recorded = m_desk->history().allRuns();
        QVERIFY(recorded);
        QCOMPARE(recorded->size(), stops ? 1 : 2);
        Cells wanted;
        if (!stops)
            place(wanted, 0, 0, Rows{namesOf(columns)} + rows);
        QCOMPARE(difference(SheetProbe(sandbox).read(), wanted), QString());
    }

    void everyRunAndItsStateIsPrinted()
    {
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        add(sandbox, u"Missing"_s,
            {.region = u"A1:B9"_s, .dataSet = unitsName, .dataSetId = u"00000000-1111-4222-8333-444444444444"_s});
        add(sandbox, u"Next"_s, {.region = u"A1:B9"_s, .dataSet = unitsName});
        QStringList words = arguments({u"Missing"_s, u"Next"_s, u"--stop-on-failure"_s});
        words.removeAll(u"--json"_s);
        const Output output = call(words, credentialsOf(sandbox));
        QVERIFY2(output.code == 5, output.all().constData());
        for (const char *part :
             {"Name     Missing", "State    Failed", "Name     Next\nState    Not run", "Not run: 1."})
            QVERIFY2(output.out.contains(part), output.all().constData());
    }

    void wrongNameIsRefusedBeforeAnythingStarts_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("unknown") << u"Head"_s << QStringList{u"Head count"_s};
        QTest::newRow("of several") << u"Twice"_s << QStringList{u"Twice"_s};
        QTest::newRow("in the archive") << u"Put away"_s << QStringList{u"Put away"_s};
        QTest::newRow("of a later version") << u"Later"_s << QStringList{u"Later"_s};
        QTest::newRow("file that is none") << u"nowhere.writeback.json"_s << QStringList{u"nowhere"_s};
        QTest::newRow("file of a later version") << u"%1/later.writeback.json"_s << QStringList{u"later"_s};
    }
    void wrongNameIsRefusedBeforeAnythingStarts()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, said);
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        add(sandbox, u"Head count"_s, {.region = u"A1:B9"_s, .dataSet = unitsName});
        const Profiles::Profile one = add(sandbox, u"Twice"_s, {.region = u"A1:B9"_s, .dataSet = unitsName});
        const Profiles::Profile two = add(sandbox, u"Twice"_s, {.region = u"A1:B9"_s, .dataSet = unitsName});
        add(sandbox, u"Put away"_s, {.region = u"A1:B9"_s, .dataSet = unitsName, .archived = true});
        Profiles::Profile later = one;
        later.id = Profiles::newId();
        later.name = u"Later"_s;
        m_desk->makeOfALaterVersion(later);
        QVERIFY(QFile::copy(m_desk->folder.filePath(u"profiles/%1.json"_s.arg(later.id)),
                            m_desk->folder.filePath(u"later.writeback.json"_s)));
        if (name == "Twice"_L1)
            said += {one.id, two.id};
        const Output output = run(sandbox, {u"Head count"_s, name.replace(u"%1"_s, m_desk->folder.path())});
        QVERIFY2(output.code == (name.endsWith(u".json"_s) ? 6 : 2), output.all().constData());
        QVERIFY(output.json()["runs"_L1].toArray().isEmpty());
        for (const QString &word : said)
            QVERIFY2(refusal(output)["message"_L1].toString().contains(word), output.all().constData());
        QCOMPARE(sandbox.requests(u"getAccessToken"_s), 0);
        QCOMPARE(*m_desk->history().count(), 0);
    }

    void nothingIsWrittenWithoutYes_data()
    {
        QTest::addColumn<bool>("terminal");
        QTest::newRow("in a script") << false;
        QTest::newRow("on a terminal") << true;
    }
    void nothingIsWrittenWithoutYes()
    {
        QFETCH(bool, terminal);
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        add(sandbox, u"One"_s, {.region = u"A1:B9"_s, .dataSet = unitsName});
        QStringList words = arguments({u"One"_s});
        words.removeAll(u"--yes"_s);
        QProcess process;
        Pty pty;
        process.setProcessEnvironment(credentialsOf(sandbox));
        if (terminal)
            pty.attach(process, true, true);
        process.start(QStringLiteral(CLI_PROGRAM), words);
        QVERIFY(process.waitForFinished(limit));
        QCOMPARE(process.exitCode(), 4);
        const QJsonValue error = QJsonDocument::fromJson(process.readAllStandardOutput())["error"_L1];
        QCOMPARE(error["kind"_L1].toString(), u"noConsent"_s);
        QVERIFY(error["next"_L1].toString().contains(u"--yes"_s));
        QCOMPARE(sandbox.requests(u"getAccessToken"_s), 0);
        QCOMPARE(*m_desk->history().count(), 0);
    }

    void environmentMustBeTheAccountsAndWhole_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value"); // empty: it is not set
        QTest::addColumn<int>("code");
        QTest::newRow("another client of Domo") << u"DOMO_CLIENT_ID"_s << u"another-id"_s << 2;
        QTest::newRow("another client of Workiva") << u"WORKIVA_CLIENT_ID"_s << u"another-id"_s << 2;
        QTest::newRow("no ID for Domo") << u"DOMO_CLIENT_ID"_s << QString() << 3;
        QTest::newRow("no secret for Workiva") << u"WORKIVA_CLIENT_SECRET"_s << QString() << 3;
    }
    void environmentMustBeTheAccountsAndWhole()
    {
        QFETCH(QString, variable);
        QFETCH(QString, value);
        QFETCH(int, code);
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        add(sandbox, u"One"_s, {.region = u"A1:B9"_s, .dataSet = unitsName});
        QProcessEnvironment environment = credentialsOf(sandbox);
        environment.insert(variable, value);
        const Output output = call(arguments({u"One"_s}), environment);
        QVERIFY2(output.code == code, output.all().constData());
        const QJsonValue error = refusal(output);
        QVERIFY((error["message"_L1].toString() + error["next"_L1].toString()).contains(variable));
        if (!value.isEmpty())
            QVERIFY(error["message"_L1].toString().contains(u"another-id"_s));
        QCOMPARE(sandbox.requests(u"getAccessToken"_s), 0);
    }

    void savedWritebackHasItsOwnAccount()
    {
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        add(sandbox, u"One"_s, {.region = u"A1:B9"_s, .dataSet = unitsName});
        Profiles::Account other = accountOf(sandbox);
        other.name = u"Treasury"_s;
        QVERIFY(m_desk->store.save(other));
        const Output output = run(sandbox, {u"One"_s, u"--account"_s, u"Treasury"_s});
        QVERIFY2(output.code == 2, output.all().constData());
        for (const QString &word : {u"Treasury"_s, u"Finance"_s, u"One"_s})
            QVERIFY(refusal(output)["message"_L1].toString().contains(word));
    }

    void interruptCancelsAllAndReportsEach()
    {
        const SandboxProcess sandbox(m_datasets.options() + QStringList{u"--fault"_s, u"hang@exportDataSet#*"_s});
        QVERIFY(sandbox.isUp());
        add(sandbox, u"One"_s, {.region = u"A1:B9"_s, .dataSet = unitsName});
        add(sandbox, u"Two"_s, {.region = u"A1:B9"_s, .dataSet = unitsName, .spreadsheet = headcount});
        add(sandbox, u"Queued"_s, {.region = u"A1:B9"_s, .dataSet = unitsName});
        QProcess process;
        process.setProcessEnvironment(credentialsOf(sandbox));
        process.start(QStringLiteral(CLI_PROGRAM), arguments({u"One"_s, u"Two"_s, u"Queued"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(sandbox.requests(u"exportDataSet"_s), 2, 20'000);
        QCOMPARE(QProcess::execute(u"kill"_s, {u"-INT"_s, QString::number(process.processId())}), 0);
        QVERIFY(process.waitForFinished(limit)); // the exports never end
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 9);
        const QJsonObject document = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        QCOMPARE(statesIn(document), QStringList({u"cancelled"_s, u"cancelled"_s, u"-"_s}));
        QCOMPARE(*m_desk->history().count(), 2);
    }

    void sheetThatAnotherProgramUsesIsRefused()
    {
        const SandboxProcess sandbox(m_datasets.options() + QStringList{u"--fault"_s, u"hang@exportDataSet"_s});
        QVERIFY(sandbox.isUp());
        add(sandbox, u"One"_s, {.region = u"A1:B9"_s, .dataSet = unitsName});
        QProcess first;
        first.setProcessEnvironment(credentialsOf(sandbox));
        first.start(QStringLiteral(CLI_PROGRAM), arguments({u"One"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(sandbox.requests(u"exportDataSet"_s), 1, 20'000);
        const Output second = run(sandbox, {u"One"_s});
        QVERIFY2(second.code == 4, second.all().constData());
        QCOMPARE(second.json()["runs"_L1][0]["report"_L1]["error"_L1]["kind"_L1].toString(), u"busy"_s);
        first.kill();
        QVERIFY(first.waitForFinished(limit));
        const Output third = run(sandbox, {u"One"_s}); // its lock ended with it
        QVERIFY2(third.code == 0, third.all().constData());
    }

    void checkThatStopsNamesTheCommandThatAcceptsIt()
    {
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        Profiles::Profile profile = add(sandbox, u"It's one"_s, {.region = u"A1:B9"_s, .dataSet = unitsName});
        profile.guards.levels[Sheet::Guard::OtherPeriod] = Sheet::GuardLevel::Stop;
        profile.guards.levels[Sheet::Guard::LockedCells] = Sheet::GuardLevel::Stop;
        QVERIFY(m_desk->store.save(profile));
        const SandboxProcess locked(m_datasets.options() + QStringList{u"--locked-cells"_s, u"Scratch/Sheet1!A2:B2"_s});
        QVERIFY(locked.isUp());
        Profiles::Account account = m_desk->store.accounts().first();
        account.domoUrl = locked.domo().baseUrl;
        account.workivaUrl = locked.workiva().baseUrl;
        QVERIFY(m_desk->store.save(account));

        const Output refused = run(locked, {u"It's one"_s});
        QVERIFY2(refused.code == 4, refused.all().constData());
        const QString next = refused.json()["runs"_L1][0]["report"_L1]["error"_L1]["next"_L1].toString();
        QVERIFY2(next.contains(u"run 'It'\\''s one' --yes --accept locked-cells"_s), qPrintable(next));
        QCOMPARE(locked.requests(u"updateValuesByRange"_s), 0);

        const QStringList accepting{u"--accept"_s, u"locked-cells"_s,
                                    u"--reason"_s, u"agreed"_s,
                                    u"--until"_s,  QDate::currentDate().addDays(7).toString(Qt::ISODate)};
        const Output accepted = run(locked, QStringList{u"It's one"_s} + accepting);
        QVERIFY2(accepted.code != 4, accepted.all().constData());
        m_desk->store.reload();
        QCOMPARE(m_desk->store.profile(profile.id)->guards.accepted.size(), 1);
    }

private:
    struct Where
    {
        QString region;
        QString dataSet;
        QString dataSetId{}; // replaces that of `dataSet`
        QString group{};
        QString spreadsheet = u"Scratch"_s;
        bool archived = false;
    };

    Profiles::Profile add(const SandboxProcess &sandbox, const QString &name, const Where &where)
    {
        Profiles::Profile profile = m_desk->addProfile(sandbox, name, where.region, where.dataSet);
        if (!where.dataSetId.isEmpty())
            profile.dataSetId = where.dataSetId;
        profile.group = where.group;
        profile.archived = where.archived;
        if (where.spreadsheet == headcount) {
            profile.spreadsheetId = sandbox.spreadsheetId(headcount);
            profile.sheetId = sandbox.sheetId(headcount, u"Formulas"_s);
        }
        if (!m_desk->store.save(profile))
            qFatal("The profile is not saved");
        return profile;
    }

    [[nodiscard]] QStringList arguments(const QStringList &words) const
    {
        return QStringList{u"run"_s, u"--data-dir"_s, m_desk->folder.path(), u"--yes"_s, u"--json"_s} + words;
    }

    [[nodiscard]] Output run(const SandboxProcess &sandbox, const QStringList &words) const
    {
        return call(arguments(words), credentialsOf(sandbox));
    }

    [[nodiscard]] static QJsonValue refusal(const Output &output) { return output.json()["error"_L1]; }

    inline static const QString headcount = u"Headcount Report"_s;

    DataSetFolder m_datasets;
    std::unique_ptr<Desk> m_desk;
};

QTEST_GUILESS_MAIN(TestSavedRuns)
#include "tst_savedruns.moc"
