#include "notices/webbody.h"

#include "notices/conditions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Support;

using Notices::Kind;
using Notices::Message;
using Notices::Sign;
using Shape = Notices::Webhook::Shape;

namespace {

const QString hostile = u"<!channel> & <https://x.example|click> *b* [a](https://x.example)"_s;

Message message()
{
    return {.id = u"0123"_s,
            .at = QDateTime(QDate(2026, 11, 3), QTime(8, 5, 9), Qt::UTC),
            .text = {.subject = hostile, .body = u"First line.\n\nSecond line."_s},
            .changes = {{condition(u"Köpfe"_s, Kind::Failing, u"Close"_s), Kind::Well}}};
}

QJsonObject document(Shape shape)
{
    return QJsonDocument::fromJson(webBody(message(), shape)).object();
}

QByteArray opensslHmac(const QByteArray &text, const QString &key)
{
    QProcess openssl;
    openssl.start(u"openssl"_s, {u"dgst"_s, u"-sha256"_s, u"-hmac"_s, key});
    openssl.write(text);
    openssl.closeWriteChannel();
    return openssl.waitForFinished() ? openssl.readAllStandardOutput().trimmed().split(' ').last() : QByteArray();
}

} // namespace

class TestWebBody final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signatureIsThatOfOpenssl_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("short") << u"k"_s;
        QTest::newRow("usual") << u"0123456789abcdef0123456789abcdef"_s;
        QTest::newRow("longer than a block") << u"0123456789abcdef"_s.repeated(5);
        QTest::newRow("not ASCII") << u"schlüssel"_s;
    }
    void signatureIsThatOfOpenssl()
    {
        QFETCH(const QString, key);
        const Net::Request request = webRequest(
            message(), {.address = QUrl(u"https://example.com/x"_s), .shape = Shape::Signed, .key = Core::Secret(key)});
        const QByteArray timestamp = request.headers.at(0).second;
        QCOMPARE(request.headers.at(0).first, "Writeback-Timestamp"_ba);
        QCOMPARE(timestamp.toLongLong(), message().at.toSecsSinceEpoch());
        const QByteArray signature = opensslHmac(timestamp + '.' + request.body, key);
        QVERIFY(signature.size() == 64);
        QCOMPARE(request.headers.at(1), qMakePair("Writeback-Signature"_ba, "sha256=" + signature));
    }

    void signatureCoversTimeAndBody()
    {
        const Core::Secret key(u"key"_s);
        const QByteArray signature = Notices::signatureOf("1", "body", key);
        QVERIFY(Notices::signatureOf("2", "body", key) != signature);
        QVERIFY(Notices::signatureOf("1", "bodies", key) != signature);
        QVERIFY(Notices::signatureOf("1", "body", Core::Secret(u"keys"_s)) != signature);
    }

    void signedShapeNamesWhatChanged()
    {
        const QJsonObject json = document(Shape::Signed);
        QCOMPARE(json["id"_L1].toString(), u"0123"_s);
        QCOMPARE(json["at"_L1].toString(), u"2026-11-03T08:05:09Z"_s);
        QVERIFY(!json["isTest"_L1].toBool());
        const QJsonObject change = json["changes"_L1].toArray().first().toObject();
        QCOMPARE(change["profile"_L1]["name"_L1].toString(), u"Köpfe"_s);
        QCOMPARE(change["group"_L1].toString(), u"Close"_s);
        QCOMPARE(change["condition"_L1].toString(), u"failing"_s);
        QCOMPARE(change["before"_L1].toString(), u"well"_s);
        QVERIFY(change["runStarted"_L1].isNull());
        Message test = message();
        test.changes.clear();
        QVERIFY(QJsonDocument::fromJson(webBody(test, Shape::Signed))["isTest"_L1].toBool());
    }

    void textStaysText()
    {
        const QString slack = document(Shape::Slack)["text"_L1].toString();
        QVERIFY(!slack.contains(u'<') && !slack.contains(u'>'));
        QVERIFY(slack.startsWith("&lt;!channel&gt; &amp; "_L1));
        QCOMPARE(document(Shape::Slack)["mrkdwn"_L1], QJsonValue(false));

        const QJsonObject attachment = document(Shape::Teams)["attachments"_L1].toArray().first().toObject();
        QCOMPARE(document(Shape::Teams)["type"_L1].toString(), u"message"_s);
        QCOMPARE(attachment["contentType"_L1].toString(), u"application/vnd.microsoft.card.adaptive"_s);
        const QJsonArray blocks = attachment["content"_L1]["body"_L1].toArray();
        QCOMPARE(blocks.size(), 3);
        for (const QJsonValue &block : blocks) // a text block would be Markdown
            QCOMPARE(block["type"_L1].toString(), u"RichTextBlock"_s);
        QCOMPARE(blocks.first()["inlines"_L1][0]["text"_L1].toString(), hostile);
        QCOMPARE(blocks.last()["inlines"_L1][0]["text"_L1].toString(), u"Second line."_s);
    }

    void onlyTheSignedShapeIsSigned()
    {
        for (const Shape shape : {Shape::Slack, Shape::Teams})
            QVERIFY(
                webRequest(message(), {.address = QUrl(u"https://example.com/x"_s), .shape = shape}).headers.isEmpty());
    }

    void pingAddsToThePath_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<Sign>("sign");
        QTest::addColumn<QString>("url");
        const QString address = u"https://ping.example.com/a-b?x=1"_s;
        QTest::newRow("start") << address << Sign::Start << u"https://ping.example.com/a-b/start?x=1"_s;
        QTest::newRow("success") << address << Sign::Success << address;
        QTest::newRow("failure") << address << Sign::Failure << u"https://ping.example.com/a-b/fail?x=1"_s;
        QTest::newRow("slash") << u"https://ping.example.com/a/"_s << Sign::Start
                               << u"https://ping.example.com/a/start"_s;
        QTest::newRow("no path") << u"https://ping.example.com"_s << Sign::Failure
                                 << u"https://ping.example.com/fail"_s;
    }
    void pingAddsToThePath()
    {
        QFETCH(const QString, address);
        QFETCH(const Sign, sign);
        QFETCH(const QString, url);
        const Net::Request request = Notices::pingRequest(QUrl(address), sign);
        QCOMPARE(request.verb, "GET"_ba);
        QCOMPARE(request.url.toString(), url);
    }
};

QTEST_GUILESS_MAIN(TestWebBody)
#include "tst_webbody.moc"
