#include "notices/told.h"

#include "core/laterversion.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Notices::Kind;
using Notices::Told;
using Notices::ToldStore;

class TestTold final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyChannelsComeBack()
    {
        const ToldStore store(m_folder->path());
        QCOMPARE(store.read().value(), (QHash<QString, Told>()));
        const QHash<QString, Told> told{{u"mail"_s, {{u"a"_s, Kind::Failing}, {u"b"_s, Kind::Paused}}},
                                        {u"hook"_s, {{u"a"_s, Kind::NeedsYou}, {u"c"_s, Kind::Overdue}}}};
        QVERIFY(store.write(told));
        QCOMPARE(store.read().value(), told);
    }

    void invalidOneIsSetAside()
    {
        QFile file(m_folder->filePath(u"told.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        const ToldStore store(m_folder->path());
        const auto read = store.read();
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Core::ErrorKind::BadFile);
        QVERIFY(QFile::exists(read.error().subject));
        QVERIFY(store.read());
    }

    void unknownKindIsALaterVersions()
    {
        QFile file(m_folder->filePath(u"told.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"schemaVersion":1,"told":[{"channel":"mail","profileId":"a","kind":"asleep"}]})");
        file.close();
        const ToldStore store(m_folder->path());
        const auto read = store.read();
        QVERIFY(!read);
        QVERIFY(read.error().cause.as<Core::LaterVersion>());
        QVERIFY(!store.write({}));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestTold)
#include "tst_told.moc"
