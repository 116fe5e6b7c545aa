#include "notices/mailbytes.h"

#include "notices/mailserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Support;

using Notices::Mail;
using Notices::Message;

namespace {

const Mail mail{.host = u"mail.example.com"_s,
                .port = 25,
                .from = u"close@example.com"_s,
                .to = {u"a@example.com"_s, u"b@example.com"_s}};

Message message(const QString &subject, const QString &body)
{
    return {.id = u"0123"_s,
            .at = QDateTime(QDate(2026, 11, 3), QTime(8, 5, 9), Qt::UTC),
            .text = {.subject = subject, .body = body}};
}

} // namespace

class TestMailBytes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mailProgramReadsWhatWasSaid_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("body");
        QTest::newRow("plain") << u"Units: the scheduled run failed"_s << u"One.\n\nTwo."_s;
        QTest::newRow("umlauts") << u"Köpfe: fällig"_s << u"Größe = 5"_s;
        QTest::newRow("other scripts") << u"試算表 \U0001F4C8 Отчёт"_s << u"試算表 \U0001F4C8"_s;
        QTest::newRow("long") << u"Ä"_s.repeated(300) << u"x"_s.repeated(3000) + u'\n' + u"ß"_s.repeated(500);
        QTest::newRow("like an encoded word") << u"=?UTF-8?B?eA==?="_s << u"=41 =\n="_s;
        QTest::newRow("dots and blanks") << u"a"_s << u".\n..\n ends with a blank \nlast\t."_s;
    }
    void mailProgramReadsWhatWasSaid()
    {
        QFETCH(const QString, subject);
        QFETCH(const QString, body);
        const QByteArray bytes = mailBytes(message(subject, body), mail);
        for (const QByteArray &line : bytes.split('\n'))
            QVERIFY2(line.isEmpty() || (line.endsWith('\r') && line.size() <= 76 + 1), line.constData());
        QVERIFY(std::ranges::all_of(bytes, [](char c) { return c > 0; }));

        const QJsonObject read = readMail(bytes);
        QCOMPARE(read["defects"_L1].toArray(), QJsonArray());
        QCOMPARE(read["headers"_L1]["subject"_L1].toString(), subject);
        QCOMPARE(read["text"_L1].toString().replace("\r\n"_L1, "\n"_L1), QString(body).replace(u'\t', u' ') + u'\n');
        QCOMPARE(read["to"_L1].toArray(), QJsonArray::fromStringList(mail.to));
        QCOMPARE(read["headers"_L1]["message-id"_L1].toString(), u"<0123@example.com>"_s);
        QCOMPARE(read["date"_L1].toString(), u"2026-11-03T08:05:09+00:00"_s);
    }

    void noTextAddsAHeader_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::newRow("line feed") << u"Units\nBcc: x@example.com"_s;
        QTest::newRow("both") << u"Units\r\nBcc: x@example.com\r\n\r\nHello"_s;
        QTest::newRow("return") << u"Units\rBcc: x@example.com"_s;
        QTest::newRow("line separator") << u"Units\u2028Bcc: x@example.com"_s;
        QTest::newRow("not ASCII") << u"Köpfe\r\nBcc: x@example.com"_s;
    }
    void noTextAddsAHeader()
    {
        QFETCH(const QString, subject);
        const QJsonObject read = readMail(mailBytes(message(subject, subject), mail));
        QCOMPARE(read["names"_L1].toArray(), readMail(mailBytes(message({}, {}), mail))["names"_L1].toArray());
        QVERIFY(!read["names"_L1].toArray().contains(u"bcc"_s));
    }
};

QTEST_GUILESS_MAIN(TestMailBytes)
#include "tst_mailbytes.moc"
