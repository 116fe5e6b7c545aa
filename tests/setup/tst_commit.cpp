#include "setup/commit.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Setup::Commit;

namespace {

const Core::Result<void> refusal = Core::fail(Core::ErrorKind::Keychain);

} // namespace

class TestCommit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_done.clear();
        m_waiting.clear();
        m_owner = std::make_unique<QObject>();
    }

    void entriesAreStoredOneAfterTheOther()
    {
        auto *commit = new Commit({quick(u"a"_s), slow(u"b"_s), slow(u"c"_s)}, m_owner.get());
        const QSignalSpy stored(commit, &Commit::stored);
        commit->start();
        QCOMPARE(m_done, QStringList({u"store a"_s, u"store b"_s})); // c waits for b
        m_waiting[0]({});
        QCOMPARE(m_done.last(), u"store c"_s);
        QCOMPARE(stored.count(), 0);
        m_waiting[1]({});
        QCOMPARE(stored.count(), 1);
        QCOMPARE(m_done.size(), 3);
    }

    void itEndsAtOnceIfNothingHasToWait()
    {
        auto *commit = new Commit({quick(u"a"_s), quick(u"b"_s)}, m_owner.get());
        const QSignalSpy stored(commit, &Commit::stored);
        commit->start();
        QCOMPARE(stored.count(), 1);
    }

    void nothingIsStoredWhereThereIsNothing()
    {
        auto *commit = new Commit({}, m_owner.get());
        const QSignalSpy stored(commit, &Commit::stored);
        commit->start();
        QCOMPARE(stored.count(), 1);
    }

    void entriesBegunAreUndoneWhenOneFails()
    {
        auto *commit = new Commit({quick(u"a"_s), quick(u"b"_s), refused(u"c"_s), quick(u"d"_s)}, m_owner.get());
        const QSignalSpy stored(commit, &Commit::stored);
        QSignalSpy notStored(commit, &Commit::notStored);
        commit->start();
        // c as well: a store that reports an error may have kept it all the same.
        QCOMPARE(m_done.mid(3), QStringList({u"take back c"_s, u"take back b"_s, u"take back a"_s}));
        QCOMPARE(stored.count(), 0);
        QCOMPARE(notStored.count(), 1);
        QCOMPARE(notStored[0][0].value<Core::Error>().kind, Core::ErrorKind::Keychain);
    }

    void entriesAreUndoneBeforeTheFailureIsReported()
    {
        auto *commit = new Commit({quick(u"a"_s), refused(u"b"_s)}, m_owner.get());
        bool wasTakenBack = false;
        connect(commit, &Commit::notStored, this, [&] { wasTakenBack = m_done.last() == u"take back a"_s; });
        commit->start();
        QVERIFY(wasTakenBack);
    }

    void cancellingUndoesTheEntriesBegun()
    {
        auto *commit = new Commit({quick(u"a"_s), slow(u"b"_s), quick(u"c"_s)}, m_owner.get());
        const QSignalSpy stored(commit, &Commit::stored);
        const QSignalSpy notStored(commit, &Commit::notStored);
        commit->start();
        commit->cancel();
        QCOMPARE(m_done.mid(2), QStringList({u"take back b"_s, u"take back a"_s})); // b may still be stored
        QCOMPARE(stored.count(), 0);
        QCOMPARE(notStored.count(), 0);
    }

    void lateAnswerIsIgnored_data()
    {
        QTest::addColumn<bool>("isGood");
        QTest::newRow("stored") << true;
        QTest::newRow("refused") << false;
    }
    void lateAnswerIsIgnored()
    {
        QFETCH(bool, isGood);
        QPointer commit(new Commit({slow(u"a"_s), quick(u"b"_s)}, m_owner.get()));
        const QSignalSpy stored(commit, &Commit::stored);
        const QSignalSpy notStored(commit, &Commit::notStored);
        commit->start();
        commit->cancel();
        const QStringList before = m_done;
        m_waiting[0](isGood ? Core::Result<void>() : refusal); // while it still exists
        QTRY_VERIFY(!commit);
        m_waiting[0](isGood ? Core::Result<void>() : refusal);
        QCOMPARE(m_done, before);
        QCOMPARE(stored.count(), 0);
        QCOMPARE(notStored.count(), 0);
    }

    void cancellingTooLateUndoesNothing()
    {
        auto *commit = new Commit({quick(u"a"_s)}, m_owner.get());
        commit->start();
        commit->cancel();
        QCOMPARE(m_done, QStringList(u"store a"_s));
    }

    void everythingIsStoredAfterTheWindowIsClosed()
    {
        QPointer commit(new Commit({slow(u"a"_s), quick(u"b"_s)}, m_owner.get()));
        bool wasTold = false;
        {
            const QObject window;
            connect(commit, &Commit::stored, &window, [&wasTold] { wasTold = true; });
            commit->start();
        }
        m_waiting[0]({});
        QCOMPARE(m_done, QStringList({u"store a"_s, u"store b"_s}));
        QVERIFY(!wasTold);
        QTRY_VERIFY(!commit); // it deletes itself
    }

    void nothingFollowsWhenTheStoreIsGone()
    {
        auto *commit = new Commit({slow(u"a"_s), quick(u"b"_s)}, m_owner.get());
        commit->start();
        m_owner.reset();
        m_waiting[0]({});
        QCOMPARE(m_done, QStringList(u"store a"_s));
    }

private:
    QStringList m_done;
    QList<Commit::Answer> m_waiting;
    std::unique_ptr<QObject> m_owner;

    Commit::Entry entry(const QString &name, const std::function<void(const Commit::Answer &)> &answering)
    {
        return {.store =
                    [this, name, answering](const Commit::Answer &answer) {
                        m_done.append(u"store "_s + name);
                        answering(answer);
                    },
                .undo = [this, name] { m_done.append(u"take back "_s + name); }};
    }

    // Stored at once, like a file.
    Commit::Entry quick(const QString &name)
    {
        return entry(name, [](const Commit::Answer &answer) { answer({}); });
    }

    // Answered by the test, like a keychain that waits for its user.
    Commit::Entry slow(const QString &name)
    {
        return entry(name, [this](const Commit::Answer &answer) { m_waiting.append(answer); });
    }

    Commit::Entry refused(const QString &name)
    {
        return entry(name, [](const Commit::Answer &answer) { answer(refusal); });
    }
};

QTEST_GUILESS_MAIN(TestCommit)
#include "tst_commit.moc"
