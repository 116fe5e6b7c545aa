#include "notices/channels.h"

#include "core/inputfault.h"
#include "core/laterversion.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Notices::Channels;
using Notices::ChannelStore;
using Notices::Mail;
using Notices::Webhook;

namespace {

const Mail closeMail{.host = u"mail.example.com"_s,
                     .port = 587,
                     .user = u"close"_s,
                     .from = u"close@example.com"_s,
                     .to = {u"a@example.com"_s, u"b@example.com"_s}};

const char *const otherDocument = R"({"schemaVersion":1,"name":"x"})";
const char *const oneMail = R"({"schemaVersion":1,"webhooks":[],"pings":[],"mail":{"host":"h","port":587,)"
                            R"("security":"tls","user":"","from":"a@b","to":["c@d"]}})";

QJsonObject documentIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

bool put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return QFileInfo(path).dir().mkpath(u"."_s) && file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

class TestChannels final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void missingFileHasNone()
    {
        const auto read = store().read();
        QVERIFY(read);
        QCOMPARE(*read, Channels());
        QVERIFY(!QFile::exists(path())); // reading creates nothing
    }

    void everythingComesBack()
    {
        Channels channels{.mail = closeMail,
                          .desktop = Notices::Desktop(),
                          .webhooks = {{.id = u"1"_s, .name = u"Own"_s, .host = u"own.example.com"_s},
                                       {.id = u"2"_s, .name = u"Slack"_s, .shape = Webhook::Shape::Slack},
                                       {.id = u"3"_s, .name = u"Teams"_s, .shape = Webhook::Shape::Teams}},
                          .pings = {{.profileId = u"p"_s, .host = u"ping.example.com"_s}}};
        for (const auto security : {Mail::Security::StartTls, Mail::Security::Tls, Mail::Security::None}) {
            channels.mail->security = security;
            QVERIFY(store().write(channels));
            const auto read = store().read();
            QVERIFY(read);
            QCOMPARE(*read, channels);
        }
        QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void othersNamesAreReserved()
    {
        for (const QString &name : {u"mail"_s, u"Desktop"_s})
            QVERIFY(Notices::isReserved(name));
        QVERIFY(!Notices::isReserved(u"desktops"_s));
    }

    void desktopIsOffUnlessItIsWanted()
    {
        QVERIFY(put(path(), oneMail)); // of a version that had none
        QVERIFY(!store().read()->desktop);
        QVERIFY(put(path(), QByteArray(oneMail).replace(1, 0, "\"desktop\":false,")));
        QVERIFY(store().read() && !store().read()->desktop);
        QVERIFY(put(path(), QByteArray(oneMail).replace(1, 0, "\"desktop\":true,")));
        QVERIFY(store().read()->desktop && store().read()->mail);
    }

    void unknownFieldsAreKept()
    {
        QVERIFY(store().write(
            {.mail = closeMail, .webhooks = {{.id = u"1"_s, .name = u"Own"_s}}, .pings = {{.profileId = u"p"_s}}}));
        QJsonObject document = documentIn(path());
        document.insert(u"more"_s, 1);
        QJsonObject mail = document["mail"_L1].toObject();
        mail.insert(u"more"_s, 2);
        document.insert(u"mail"_s, mail);
        QJsonArray webhooks = document["webhooks"_L1].toArray();
        QJsonObject webhook = webhooks.first().toObject();
        webhook.insert(u"more"_s, 3);
        webhooks[0] = webhook;
        document.insert(u"webhooks"_s, webhooks);
        QVERIFY(put(path(), QJsonDocument(document).toJson()));

        const auto read = store().read();
        QVERIFY(read);
        QVERIFY(store().write(*read));
        QCOMPARE(documentIn(path()), document);
    }

    void invalidFileIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("torn") << QByteArray(oneMail).left(40);
        QTest::newRow("another document") << QByteArray(otherDocument);
        QTest::newRow("port") << QByteArray(oneMail).replace("587", "0");
        QTest::newRow("line break in a mailbox") << QByteArray(oneMail).replace("a@b", "a@b\\r\\nBcc: x@y");
    }
    void invalidFileIsSetAside()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(put(path(), text));
        const auto read = store().read();
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::BadFile);
        QCOMPARE(read.error().subject, path() + u".broken"_s);
        QFile kept(read.error().subject);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), text);
        QCOMPARE(store().read().value(), Channels());
    }

    void storedMailIsRead()
    {
        QVERIFY(put(path(), oneMail));
        const auto read = store().read();
        QVERIFY(read && read->mail);
        QCOMPARE(read->mail->port, quint16(587));
    }

    void laterVersionIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("schema") << QByteArray(oneMail).replace(":1", ":2");
        QTest::newRow("encryption") << QByteArray(oneMail).replace("tls", "pigeon");
    }
    void laterVersionIsLeftAlone()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(put(path(), text));
        const auto read = store().read();
        QVERIFY(!read);
        QVERIFY(read.error().cause.as<Core::LaterVersion>());
        const auto written = store().write({});
        QVERIFY(!written);
        QVERIFY(written.error().cause.as<Core::LaterVersion>());
        QFile kept(path());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), text);
    }

    void mailIsChecked_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QStringList>("to");
        const QString good = u"a@example.com"_s;
        QTest::newRow("no host") << QString() << QString() << good << QStringList{good};
        QTest::newRow("host with a path") << u"example.com/x"_s << QString() << good << QStringList{good};
        QTest::newRow("line break in the user") << u"h"_s << u"a\r\nQUIT"_s << good << QStringList{good};
        QTest::newRow("no sender") << u"h"_s << QString() << QString() << QStringList{good};
        QTest::newRow("sender with a name") << u"h"_s << QString() << u"A <a@b>"_s << QStringList{good};
        QTest::newRow("two in one") << u"h"_s << QString() << good << QStringList{u"a@b,c@d"_s};
        QTest::newRow("line break in a recipient") << u"h"_s << QString() << good << QStringList{u"a@b\nBcc: c@d"_s};
        QTest::newRow("not ASCII") << u"h"_s << QString() << good << QStringList{u"jürgen@b"_s};
        QTest::newRow("no recipient") << u"h"_s << QString() << good << QStringList();
    }
    void mailIsChecked()
    {
        QFETCH(const QString, host);
        QFETCH(const QString, user);
        QFETCH(const QString, from);
        QFETCH(const QStringList, to);
        const auto checked = Notices::check(Mail{.host = host, .port = 25, .user = user, .from = from, .to = to});
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, ErrorKind::InvalidInput);
        QVERIFY(Notices::check(closeMail));
    }

    void onlySafeAddressesAreTaken_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("https") << u"https://hooks.example.com/services/T0/B0"_s << true;
        QTest::newRow("spaces around") << u" https://example.com/x \n"_s << true;
        QTest::newRow("http") << u"http://example.com/x"_s << false;
        QTest::newRow("this computer") << u"http://127.0.0.1:8000/x"_s << true;
        QTest::newRow("with a password") << u"https://a:secret@example.com/x"_s << false;
        QTest::newRow("file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("no address") << u"hello"_s << false;
    }
    void onlySafeAddressesAreTaken()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isGood);
        const auto address = Notices::addressIn(text);
        QCOMPARE(address.has_value(), isGood);
        if (isGood)
            return;
        QCOMPARE(address.error().kind, ErrorKind::BadAddress);
        QVERIFY(!address.error().subject.contains("secret"_L1) && !address.error().subject.contains("/x"_L1));
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"notices/channels.json"_s); }
    [[nodiscard]] ChannelStore store() const { return ChannelStore(m_folder->filePath(u"notices"_s)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestChannels)
#include "tst_channels.moc"
