#include "ui/forms/grantrequest.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

class TestGrantRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mailHasTheWholeText()
    {
        const QUrl mail = Ui::grantRequestMail();
        QVERIFY(mail.isValid());
        QCOMPARE(mail.scheme(), u"mailto"_s);
        QVERIFY(mail.path().isEmpty()); // the user knows whom to ask
        const QUrlQuery query(mail);
        QString body = query.queryItemValue(u"body"_s, QUrl::FullyDecoded);
        QVERIFY(!query.queryItemValue(u"subject"_s, QUrl::FullyDecoded).isEmpty());
        QCOMPARE(body.count(u'\r'), body.count(u'\n')); // RFC 6068: line breaks are CRLF
        QCOMPARE(body.remove(u'\r'), Ui::grantRequestText());
    }

    void addressesAreComplete() { QVERIFY(Ui::grantRequestText().contains(u"https://developer.domo.com"_s)); }
};

QTEST_MAIN(TestGrantRequest)
#include "tst_grantrequest.moc"
