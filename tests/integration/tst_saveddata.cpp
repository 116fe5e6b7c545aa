#include "profiles/profilefile.h"
#include "support/commandline.h"
#include "support/datasetfolder.h"
#include "support/desk.h"
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
const QList<DataSetFolder::Column> columns{{u"Unit"_s, u"STRING"_s}, {u"Heads"_s, u"LONG"_s}};
const Rows rows{{u"North"_s, 12}, {u"South"_s, 7}};
constexpr int limit = 60'000;

} // namespace

// What the command line says of saved writebacks: those that are saved, their past, and whether they are in order.
class TestSavedData final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_datasets.write(unitsName, columns, rows); }

    void init() { m_desk = std::make_unique<Desk>(); }

    void checkTellsTheDataFromTheRegion()
    {
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        const Profiles::Profile profile = m_desk->addProfile(sandbox, u"One"_s, u"A1:C9"_s, unitsName);
        const auto check = [&] { return call(arguments({u"check"_s, u"One"_s}), credentialsOf(sandbox)); };

        const Output never = check();
        QVERIFY2(never.code == 10, never.all().constData());
        QVERIFY(never.json()["region"_L1]["isAsLeft"_L1].isNull()); // nobody knows
        QCOMPARE(call(arguments({u"run"_s, u"--yes"_s, u"One"_s}), credentialsOf(sandbox)).code, 0);

        const Output equal = check();
        QVERIFY2(equal.code == 0, equal.all().constData());
        QVERIFY(equal.json()["region"_L1]["isAsLeft"_L1].toBool());
        QCOMPARE(equal.json()["profile"_L1]["id"_L1].toString(), profile.id);

        QVERIFY(SheetProbe(sandbox).write(u"C7"_s, {{u"a note"_s}})); // where the run wrote nothing
        const int written = sandbox.requests(u"updateValuesByRange"_s);
        const Output edited = check();
        QVERIFY2(edited.code == 12, edited.all().constData());
        QCOMPARE(edited.json()["region"_L1]["changed"_L1].toInt(), 1);
        QCOMPARE(edited.json()["region"_L1]["first"_L1].toString(), u"C7"_s);
        QCOMPARE(sandbox.requests(u"updateValuesByRange"_s), written);

        const auto recorded = m_desk->history().runs(profile.id);
        QVERIFY(recorded && recorded->size() == 4);
        QCOMPARE(recorded->first().entry.kind, Writeback::RunKind::Check);
        QStringList words = arguments({u"check"_s, u"One"_s});
        words.removeAll(u"--json"_s);
        const Output text = call(words, credentialsOf(sandbox));
        QCOMPARE(text.code, 12);
        for (const char *part : {"Name     One", "C7"})
            QVERIFY2(text.out.contains(part), text.all().constData());
    }

    void doctorNamesTheFirstBrokenLink_data()
    {
        QTest::addColumn<QStringList>("sandbox");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("link");
        QTest::addColumn<int>("code");
        QTest::newRow("none") << QStringList() << QString() << QString() << 0;
        QTest::newRow("secret") << QStringList() << u"wrong"_s << u"signIn"_s << 3;
        QTest::newRow("scope") << QStringList{u"--scope"_s, u"file:read"_s} << QString() << u"scopes"_s << 3;
    }
    void doctorNamesTheFirstBrokenLink()
    {
        QFETCH(const QStringList, sandbox);
        QFETCH(const QString, secret);
        QFETCH(const QString, link);
        QFETCH(const int, code);
        const SandboxProcess services(m_datasets.options() + sandbox);
        QVERIFY(services.isUp());
        m_desk->addProfile(services, u"One"_s, u"A1:C9"_s, unitsName);
        QProcessEnvironment environment = credentialsOf(services);
        if (!secret.isEmpty())
            environment.insert(u"WORKIVA_CLIENT_SECRET"_s, secret);

        const Output examined = call(arguments({u"doctor"_s, u"One"_s}), environment);
        QVERIFY2(examined.code == code, examined.all().constData());
        QCOMPARE(examined.json()["firstBroken"_L1]["link"_L1].toString(), link);
        QCOMPARE(examined.json()["links"_L1].toArray().size(), 3 + 8 + 10);
        QCOMPARE(services.requests(u"updateValuesByRange"_s), 0);
        QCOMPARE(m_desk->history().count().value(), 0); // it is no run

        QStringList words = arguments({u"doctor"_s, u"One"_s});
        words.removeAll(u"--json"_s);
        const Output text = call(words, environment);
        QCOMPARE(text.code, code);
        QCOMPARE(text.out.contains("Nothing is broken."), link.isEmpty());
        QCOMPARE(text.out.contains("The first broken link is \"Workiva: "), !link.isEmpty());
        QVERIFY2(secret.isEmpty() || !text.all().contains(secret.toUtf8()), text.all().constData());
    }

    void checkOfNewDataFindsTheRegionAsItWas()
    {
        const QString state = u"state"_s;
        int port = 0; // the sheet is known by its host
        {
            const SandboxProcess before(m_datasets.options(state));
            QVERIFY(before.isUp());
            port = before.workiva().baseUrl.port();
            m_desk->addProfile(before, u"One"_s, u"A1:C9"_s, unitsName);
            QCOMPARE(call(arguments({u"run"_s, u"--yes"_s, u"One"_s}), credentialsOf(before)).code, 0);
        }
        DataSetFolder later;
        later.write(unitsName, columns, {{u"North"_s, 13}, {u"South"_s, 7}});
        const SandboxProcess sandbox(
            later.options()
            + QStringList{u"--workiva-port"_s, QString::number(port), u"--state"_s, m_datasets.path(state)});
        QVERIFY(sandbox.isUp());
        Profiles::Account account = m_desk->store.accounts().first();
        account.domoUrl = sandbox.domo().baseUrl;
        QVERIFY(m_desk->store.save(account));
        const Output changed = call(arguments({u"check"_s, u"One"_s}), credentialsOf(sandbox));
        QVERIFY2(changed.code == 10, changed.all().constData());
        QCOMPARE(changed.json()["report"_L1]["changes"_L1]["changed"_L1].toInt(), 1);
        QVERIFY(changed.json()["region"_L1]["isAsLeft"_L1].toBool());
    }

    void statusTellsWhoNeedsSomebody()
    {
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        QCOMPARE(call(arguments({u"status"_s}), {}).code, 0); // of none
        m_desk->addProfile(sandbox, u"Good"_s, u"A1:B9"_s, unitsName);
        m_desk->addProfile(sandbox, u"New"_s, u"D1:E9"_s, unitsName);
        QCOMPARE(call(arguments({u"run"_s, u"--yes"_s, u"Good"_s}), credentialsOf(sandbox)).code, 0);
        const Output good = call(arguments({u"status"_s}), {});
        QVERIFY2(good.code == 0, good.all().constData());
        QCOMPARE(kindOf(good, u"Good"_s), u"verified"_s);
        QCOMPARE(kindOf(good, u"New"_s), u"notRun"_s);

        const Profiles::Profile bad = m_desk->addProfile(sandbox, u"Bad"_s, u"A1"_s, unitsName); // too small
        QCOMPARE(call(arguments({u"run"_s, u"--yes"_s, u"Bad"_s}), credentialsOf(sandbox)).code, 4);
        const Output needs = call(arguments({u"status"_s}), {});
        QVERIFY2(needs.code == 13, needs.all().constData());
        QCOMPARE(kindOf(needs, u"Bad"_s), u"needsYou"_s);
        QStringList words = arguments({u"status"_s});
        words.removeAll(u"--json"_s);
        const Output text = call(words, {});
        QVERIFY2(text.out.contains("Bad") && !text.out.contains("Good"), text.all().constData());

        Profiles::Profile archived = bad;
        archived.archived = true;
        QVERIFY(m_desk->store.save(archived));
        QCOMPARE(call(arguments({u"status"_s}), {}).code, 0);
    }

    void killedRunIsInterrupted()
    {
        const SandboxProcess sandbox(m_datasets.options() + QStringList{u"--fault"_s, u"hang@updateValuesByRange#*"_s});
        QVERIFY(sandbox.isUp());
        m_desk->addProfile(sandbox, u"One"_s, u"A1:B9"_s, unitsName);
        QProcess process;
        process.setProcessEnvironment(credentialsOf(sandbox));
        process.start(QStringLiteral(CLI_PROGRAM), arguments({u"run"_s, u"--yes"_s, u"One"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(sandbox.requests(u"updateValuesByRange"_s), 1, 20'000);
        const Output during = call(arguments({u"status"_s}), {});
        QVERIFY2(during.code == 0, during.all().constData());
        QCOMPARE(kindOf(during, u"One"_s), u"running"_s);
        process.kill();
        QVERIFY(process.waitForFinished(limit));
        const Output after = call(arguments({u"status"_s}), {});
        QVERIFY2(after.code == 13, after.all().constData());
        QCOMPARE(after.json()["writebacks"_L1][0]["lastRun"_L1]["state"_L1].toString(), u"interrupted"_s);
    }

    void historyIsTheNewestFirst()
    {
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        const Profiles::Profile one = m_desk->addProfile(sandbox, u"One"_s, u"A1:B9"_s, unitsName);
        m_desk->addProfile(sandbox, u"Two"_s, u"D1:E9"_s, unitsName);
        for (const QString &name : {u"One"_s, u"Two"_s, u"One"_s})
            QCOMPARE(call(arguments({u"run"_s, u"--yes"_s, name}), credentialsOf(sandbox)).code, 0);
        const auto states = [&](const QStringList &words) {
            QStringList found;
            const Output output = call(arguments(QStringList{u"history"_s} + words), {});
            for (const QJsonValue &run : QJsonDocument::fromJson(output.out).array())
                found.append(run["writeback"_L1].toString() + u' ' + run["state"_L1].toString());
            return found;
        };
        QCOMPARE(states({}), QStringList({u"One nothing to do"_s, u"Two verified"_s, u"One verified"_s}));
        QCOMPARE(states({u"one"_s}), QStringList({u"One nothing to do"_s, u"One verified"_s}));
        QCOMPARE(states({u"--max"_s, u"1"_s}), QStringList{u"One nothing to do"_s});
        QVERIFY(m_desk->store.removeProfile(one.id));
        QCOMPARE(states({u"One"_s, u"--max"_s, u"0"_s}).size(), 2); // its runs stay
        const Output unknown = call(arguments({u"history"_s, u"Three"_s}), {});
        QVERIFY2(unknown.code == 2, unknown.all().constData());
        QStringList words = arguments({u"history"_s});
        words.removeAll(u"--json"_s);
        const Output text = call(words, {});
        QVERIFY2(text.code == 0 && text.out.count('\n') == 3 && text.out.contains("Verified"), text.all().constData());
    }

    void exportedWritebackIsImportedElsewhere()
    {
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        const Profiles::Profile profile = m_desk->addProfile(sandbox, u"Head count"_s, u"A1:B9"_s, unitsName);
        const QTemporaryDir place;
        const Output exported = call(arguments({u"profiles"_s, u"export"_s, u"Head count"_s, place.path()}), {});
        QVERIFY2(exported.code == 0, exported.all().constData());
        const QString file = exported.json()["file"_L1].toString();
        QCOMPARE(file, place.filePath(u"Head count.writeback.json"_s));
        const Output again = call(arguments({u"profiles"_s, u"export"_s, u"Head count"_s, place.path()}), {});
        QVERIFY2(again.code == 2, again.all().constData());

        const Output imported = call(arguments({u"profiles"_s, u"import"_s, file}), {});
        QVERIFY2(imported.code == 0, imported.all().constData());
        QCOMPARE(imported.json()["name"_L1].toString(), u"Head count (2)"_s);
        QCOMPARE(imported.json()["account"_L1].toString(), u"Finance"_s);
        const Output named = call(arguments({u"profiles"_s, u"import"_s, file, u"--name"_s, u"Copy"_s}), {});
        QCOMPARE(named.json()["name"_L1].toString(), u"Copy"_s);
        const Output listed = call(arguments({u"profiles"_s, u"list"_s}), {});
        QCOMPARE(listed.json()["writebacks"_L1].toArray().size(), 3);

        Profiles::Account other = accountOf(sandbox);
        other.name = u"Treasury"_s;
        QVERIFY(m_desk->store.save(other));
        const Output unclear = call(arguments({u"profiles"_s, u"import"_s, file}), {});
        QVERIFY2(unclear.code == 2, unclear.all().constData());
        const Output given = call(arguments({u"profiles"_s, u"import"_s, file, u"--account"_s, u"treasury"_s}), {});
        QCOMPARE(given.json()["account"_L1].toString(), u"Treasury"_s);

        const Output shown = call(arguments({u"profiles"_s, u"show"_s, u"Copy"_s}), {});
        QCOMPARE(shown.json()["dataSetId"_L1].toString(), profile.dataSetId);
        const Output unknown = call(arguments({u"profiles"_s, u"show"_s, u"x"_s}), {});
        QVERIFY2(unknown.code == 2, unknown.all().constData());
        QCOMPARE(unknown.json()["error"_L1]["kind"_L1].toString(), u"invalidInput"_s);
    }

    void validatingNamesWhatIsWrong()
    {
        const SandboxProcess sandbox(m_datasets.options());
        QVERIFY(sandbox.isUp());
        const Profiles::Profile good = m_desk->addProfile(sandbox, u"Good"_s, u"A1:B9"_s, unitsName);
        const auto validate = [&](const QStringList &words) {
            return call(arguments(QStringList{u"profiles"_s, u"validate"_s} + words), credentialsOf(sandbox));
        };
        const Output sound = validate({});
        QVERIFY2(sound.code == 0, sound.all().constData());

        Profiles::Profile bad = good;
        bad.id = Profiles::newId();
        bad.name = u"Bad"_s;
        bad.accountId = u"gone"_s;
        bad.update.kind = Sheet::UpdateMethod::Kind::Upsert; // without a key
        QVERIFY(m_desk->store.save(bad));
        QFile broken(m_desk->folder.filePath(u"profiles/broken.json"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{") == 1);
        broken.close();
        const Output wrong = validate({});
        QVERIFY2(wrong.code == 13, wrong.all().constData());
        const QJsonArray all = wrong.json()["writebacks"_L1].toArray();
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0]["name"_L1].toString(), u"Bad"_s);
        QStringList kinds;
        for (const QJsonValue &fault : all[0]["faults"_L1].toArray())
            kinds.append(fault["kind"_L1].toString());
        QCOMPARE(kinds, QStringList({u"invalidInput"_s, u"noAccount"_s}));
        QVERIFY(all[1]["isValid"_L1].toBool());
        QVERIFY(!all[2]["isValid"_L1].toBool());
        QCOMPARE(validate({u"Good"_s}).code, 0);
        QCOMPARE(validate({u"Good"_s, u"Bad"_s}).code, 13);

        const QString file = m_desk->folder.filePath(u"x.writeback.json"_s);
        QVERIFY(Profiles::writeProfileFile(file, good));
        QCOMPARE(validate({file}).code, 0);
        QVERIFY(Profiles::writeProfileFile(file, bad));
        QCOMPARE(validate({file}).code, 13);
        QCOMPARE(validate({m_desk->folder.filePath(u"none.writeback.json"_s)}).code, 13);

        QProcessEnvironment others = credentialsOf(sandbox);
        others.insert(u"DOMO_CLIENT_ID"_s, u"another"_s);
        QCOMPARE(call(arguments({u"profiles"_s, u"validate"_s, u"Good"_s}), others).code, 13);
    }

private:
    [[nodiscard]] QStringList arguments(const QStringList &words) const
    {
        return words + QStringList{u"--data-dir"_s, m_desk->folder.path(), u"--json"_s};
    }

    static QString kindOf(const Output &status, const QString &name)
    {
        for (const QJsonValue &one : status.json()["writebacks"_L1].toArray()) {
            if (one["profile"_L1]["name"_L1].toString() == name)
                return one["kind"_L1].toString();
        }
        return {};
    }

    DataSetFolder m_datasets;
    std::unique_ptr<Desk> m_desk;
};

QTEST_GUILESS_MAIN(TestSavedData)
#include "tst_saveddata.moc"
