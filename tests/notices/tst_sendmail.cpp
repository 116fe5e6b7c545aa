#include "notices/sendmail.h"

#include "notices/mailfault.h"
#include "notices/mailserver.h"
#include "support/certificates.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTcpServer>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace Support;

using Core::ErrorKind;
using Notices::Letter;
using Notices::Mail;
using Notices::MailFault;
using Notices::SendMail;
using Security = Notices::Mail::Security;
using Step = Notices::MailFault::Step;

namespace {

using Sent = Core::Result<QList<Core::Error>>;

constexpr int limit = 30'000; // ms

const QString user = u"close"_s;
const QString password = u"correct horse battery"_s;
const QStringList account{u"--user"_s, user, u"--password"_s, password};

Letter letter(quint16 port, Security security = Security::None)
{
    return {.mail = {.host = u"127.0.0.1"_s,
                     .port = port,
                     .security = security,
                     .user = user,
                     .from = u"close@example.com"_s,
                     .to = {u"a@example.com"_s, u"b@example.com"_s}},
            .password = Core::Secret(password),
            .bytes = "Subject: Hello\r\n\r\n.\r\nlast\r\n",
            .environment = {}};
}

Sent sent(const Letter &letter)
{
    SendMail job(letter);
    QSignalSpy ended(&job, &Net::Job::finished);
    job.start();
    return ended.wait(limit) ? job.result() : Core::fail(ErrorKind::Internal, {}, u"it did not end"_s);
}

MailFault faultOf(const Sent &sent)
{
    const auto *fault = sent ? nullptr : sent.error().cause.as<MailFault>();
    return fault ? *fault : MailFault{.step = Step::Connect, .reply = -1};
}

QString nameOf(Security security)
{
    return Notices::name(security);
}

} // namespace

class TestSendMail final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_certificates.isReady()); }

    void mailArrives_data()
    {
        QTest::addColumn<Security>("security");
        for (const auto security : {Security::None, Security::StartTls, Security::Tls})
            QTest::addRow("%s", qPrintable(nameOf(security))) << security;
    }
    void mailArrives()
    {
        QFETCH(const Security, security);
        const QTemporaryDir folder;
        MailServer server(account + encrypted(security, m_certificates.good(), folder));
        QVERIFY(server.port() != 0);
        const Letter letter = trusting(::letter(server.port(), security));
        const Sent sent = ::sent(letter);
        QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().detail));
        QVERIFY(sent->isEmpty());
        QTRY_COMPARE(server.events(u"mail"_s).size(), 1);
        const QJsonObject mail = server.events(u"mail"_s).first();
        QCOMPARE(mail["sender"_L1].toString(), letter.mail.from);
        QCOMPARE(mail["recipients"_L1].toArray(), QJsonArray::fromStringList(letter.mail.to));
        QCOMPARE(mail["user"_L1].toString(), user);
        QCOMPARE(mail["secure"_L1].toBool(), security != Security::None);
        QCOMPARE(QByteArray::fromBase64(mail["data"_L1].toString().toLatin1()), letter.bytes);
    }

    void certificateIsVerified_data()
    {
        QTest::addColumn<Security>("security");
        QTest::addColumn<QSslConfiguration>("tls");
        for (const auto security : {Security::StartTls, Security::Tls}) {
            const QByteArray name = nameOf(security).toLatin1();
            QTest::addRow("self-signed, %s", name.constData()) << security << m_certificates.selfSigned();
            QTest::addRow("expired, %s", name.constData()) << security << m_certificates.expired();
            QTest::addRow("of another name, %s", name.constData()) << security << m_certificates.forAnotherName();
        }
    }
    void certificateIsVerified()
    {
        QFETCH(const Security, security);
        QFETCH(const QSslConfiguration, tls);
        const QTemporaryDir folder;
        MailServer server(account + encrypted(security, tls, folder));
        QVERIFY(server.port() != 0);
        const Sent sent = ::sent(trusting(letter(server.port(), security)));
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::TlsUntrusted);
        QCOMPARE(faultOf(sent).step, Step::Secure);
        QTRY_COMPARE(server.events(u"closed"_s).size(), 1);
        QVERIFY(server.events(u"signIn"_s).isEmpty() && server.events(u"mail"_s).isEmpty());
    }

    void authorityThatNobodyTrustsIsRejected()
    {
        const QTemporaryDir folder;
        MailServer server(account + encrypted(Security::StartTls, m_certificates.good(), folder));
        QVERIFY(server.port() != 0);
        const Sent sent = ::sent(letter(server.port(), Security::StartTls));
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::TlsUntrusted);
    }

    void nothingIsSaidInTheClear()
    {
        MailServer server(account); // no STARTTLS
        QVERIFY(server.port() != 0);
        const Sent sent = ::sent(letter(server.port(), Security::StartTls));
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::Rejected);
        QCOMPARE(faultOf(sent).step, Step::Secure);
        QTRY_COMPARE(server.events(u"closed"_s).size(), 1);
        QVERIFY(server.events(u"signIn"_s).isEmpty() && server.events(u"mail"_s).isEmpty());
    }

    void encryptionOfAnotherKindIsNamed()
    {
        MailServer server(account);
        QVERIFY(server.port() != 0);
        const Sent sent = ::sent(letter(server.port(), Security::Tls));
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::ConnectionLost);
        QCOMPARE(faultOf(sent).step, Step::Secure);
    }

    void faultIsNamed_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Step>("step");
        QTest::addColumn<int>("reply");
        QTest::newRow("not taking calls")
            << QStringList{u"--reply"_s, u"greeting=421 busy"_s} << ErrorKind::Rejected << Step::Connect << 421;
        QTest::newRow("sign-in") << QStringList{u"--user"_s, user, u"--password"_s, u"another"_s}
                                 << ErrorKind::BadCredentials << Step::SignIn << 535;
        QTest::newRow("sign-in, for now")
            << account + QStringList{u"--reply"_s, u"AUTH=454 later"_s} << ErrorKind::Rejected << Step::SignIn << 454;
        QTest::newRow("sender") << account + QStringList{u"--reply"_s, u"MAIL=553 not yours"_s} << ErrorKind::Rejected
                                << Step::Sender << 553;
        QTest::newRow("greylisted") << account + QStringList{u"--reply"_s, u"RCPT=451 4.7.1 later"_s}
                                    << ErrorKind::Rejected << Step::Recipient << 451;
        QTest::newRow("content") << account + QStringList{u"--reply"_s, u"content=554 spam"_s} << ErrorKind::Rejected
                                 << Step::Content << 554;
        QTest::newRow("cut") << account + QStringList{u"--drop-after"_s, u"DATA"_s} << ErrorKind::ConnectionLost
                             << Step::Content << 0;
    }
    void faultIsNamed()
    {
        QFETCH(const QStringList, options);
        QFETCH(const ErrorKind, kind);
        QFETCH(const Step, step);
        QFETCH(const int, reply);
        MailServer server(options);
        QVERIFY(server.port() != 0);
        const Sent sent = ::sent(letter(server.port()));
        QVERIFY(!sent);
        QCOMPARE(Core::name(sent.error().kind), Core::name(kind));
        QCOMPARE(faultOf(sent), (MailFault{step, reply}));
        QTRY_VERIFY(server.events(u"closed"_s).size() == 1);
        QVERIFY(server.events(u"mail"_s).isEmpty());
    }

    void serverThatIsDownIsNamed()
    {
        quint16 port = 0;
        {
            QTcpServer listener;
            QVERIFY(listener.listen(QHostAddress::LocalHost));
            port = listener.serverPort();
        }
        const Sent sent = ::sent(letter(port));
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::NoNetwork);
        QCOMPARE(sent.error().subject, u"127.0.0.1"_s);
        QCOMPARE(faultOf(sent), (MailFault{Step::Connect, 0}));
    }

    void silentServerIsLeft()
    {
        MailServer server({u"--silent"_s});
        QVERIFY(server.port() != 0);
        Letter letter = ::letter(server.port());
        letter.timeout = std::chrono::milliseconds(300);
        const Sent sent = ::sent(letter);
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::TimedOut);
        QTRY_COMPARE(server.events(u"closed"_s).size(), 1);
    }

    void refusedRecipientDoesNotKeepItFromOthers()
    {
        MailServer server(account + QStringList{u"--refuse"_s, u"a@example.com=550-no\r\n550 such mailbox"_s});
        QVERIFY(server.port() != 0);
        const Sent sent = ::sent(letter(server.port()));
        QVERIFY(sent);
        QCOMPARE(sent->size(), 1);
        QCOMPARE(sent->first().subject, u"a@example.com"_s);
        QCOMPARE(sent->first().detail, u"no such mailbox"_s);
        QCOMPARE(*sent->first().cause.as<MailFault>(), (MailFault{Step::Recipient, 550}));
        QTRY_COMPARE(server.events(u"mail"_s).size(), 1);
        QCOMPARE(server.events(u"mail"_s).first()["recipients"_L1].toArray(), QJsonArray({u"b@example.com"_s}));
    }

    void quotedPasswordIsRemoved()
    {
        MailServer server({u"--user"_s, user, u"--password"_s, u"another"_s}); // quotes what it got
        QVERIFY(server.port() != 0);
        const Sent sent = ::sent(letter(server.port()));
        QVERIFY(!sent);
        QVERIFY2(sent.error().detail.contains("is not known"_L1), qPrintable(sent.error().detail));
        QVERIFY2(!sent.error().detail.contains(password), qPrintable(sent.error().detail));
    }

    void cancelledOneHangsUp()
    {
        MailServer server({u"--silent"_s});
        QVERIFY(server.port() != 0);
        SendMail job(letter(server.port()));
        QSignalSpy ended(&job, &Net::Job::finished);
        job.start();
        QTimer::singleShot(0, &job, &Net::Job::cancel);
        QVERIFY(ended.wait(limit));
        QCOMPARE(job.result().error().kind, ErrorKind::Cancelled);
        QTRY_VERIFY_WITH_TIMEOUT(QThreadPool::globalInstance()->activeThreadCount() == 0, limit);
    }

    void destroyedOneHangsUp()
    {
        MailServer server({u"--silent"_s});
        QVERIFY(server.port() != 0);
        {
            SendMail job(letter(server.port()));
            job.start();
            QTRY_COMPARE(QThreadPool::globalInstance()->activeThreadCount(), 1);
        }
        QTRY_VERIFY_WITH_TIMEOUT(QThreadPool::globalInstance()->activeThreadCount() == 0, limit);
    }

private:
    [[nodiscard]] static QStringList encrypted(Security security, const QSslConfiguration &tls,
                                               const QTemporaryDir &folder)
    {
        return {u"--tls"_s, nameOf(security), u"--certificate"_s, pemFile(folder, tls)};
    }

    [[nodiscard]] Letter trusting(Letter letter) const
    {
        letter.environment.insert(u"SSL_CERT_FILE"_s, m_certificates.authorityFile());
        return letter;
    }

    Certificates m_certificates;
};

QTEST_GUILESS_MAIN(TestSendMail)
#include "tst_sendmail.moc"
