#include "support/sessionsecretstore.h"

#include <QtTest>

using namespace Qt::StringLiterals;

using namespace Profiles;
using Support::SessionSecretStore;

namespace {

const QString one = u"one"_s;
const QString two = u"two"_s;

} // namespace

class TestSecretStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreKeptApart()
    {
        SessionSecretStore store;
        QObject context;
        const auto ignore = [](const Core::Result<void> &) {};
        store.write(one, Secret::Domo, u"1d"_s, &context, ignore);
        store.write(one, Secret::Workiva, u"1w"_s, &context, ignore);
        store.write(two, Secret::Domo, u"2d"_s, &context, ignore);
        store.write(two, Secret::Domo, u"2d, later"_s, &context, ignore);
        QCOMPARE(read(store, one, Secret::Domo), Core::Result<QString>(u"1d"_s));
        QCOMPARE(read(store, one, Secret::Workiva), Core::Result<QString>(u"1w"_s));
        QCOMPARE(read(store, two, Secret::Domo), Core::Result<QString>(u"2d, later"_s));
        const auto missing = read(store, two, Secret::Workiva);
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, Core::ErrorKind::NotFound);
    }

    void answersComeFromTheEventLoop()
    {
        SessionSecretStore store;
        QObject context;
        int answers = 0;
        store.write(one, Secret::Domo, u"1"_s, &context, [&](const Core::Result<void> &) { ++answers; });
        store.read(one, Secret::Domo, &context, [&](const Core::Result<QString> &) { ++answers; });
        store.remove(one, Secret::Domo, &context, [&](const Core::Result<void> &) { ++answers; });
        QCOMPARE(answers, 0);
        QTRY_COMPARE(answers, 3);
    }

    void destroyedContextIsNotAnswered()
    {
        SessionSecretStore store;
        int answers = 0;
        {
            QObject context;
            store.write(one, Secret::Domo, u"1"_s, &context, [&](const Core::Result<void> &) { ++answers; });
            store.removeBoth(two, &context, [&](const Core::Result<void> &) { ++answers; });
        }
        QVERIFY(read(store, one, Secret::Domo)); // answered after them
        QVERIFY(read(store, one, Secret::Domo));
        QCOMPARE(answers, 0);
    }

    void removingBothRemovesBothOfOneAccount()
    {
        SessionSecretStore store;
        QObject context;
        const auto ignore = [](const Core::Result<void> &) {};
        for (const QString &account : {one, two}) {
            store.write(account, Secret::Domo, u"d"_s, &context, ignore);
            store.write(account, Secret::Workiva, u"w"_s, &context, ignore);
        }
        bool removed = false;
        store.removeBoth(one, &context, [&](const Core::Result<void> &done) { removed = done.has_value(); });
        QTRY_VERIFY(removed);
        QVERIFY(!read(store, one, Secret::Domo));
        QVERIFY(!read(store, one, Secret::Workiva));
        QVERIFY(read(store, two, Secret::Domo));
        QVERIFY(read(store, two, Secret::Workiva));
    }

    void itIsNeverPersistent()
    {
        const SessionSecretStore store;
        QVERIFY(!store.isPersistent());
    }

private:
    [[nodiscard]] static Core::Result<QString> read(SecretStore &store, const QString &account, Secret secret)
    {
        QObject context;
        std::optional<Core::Result<QString>> answer;
        store.read(account, secret, &context, [&](const Core::Result<QString> &found) { answer = found; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
            return Core::fail(Core::ErrorKind::Internal);
        return *answer;
    }
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
