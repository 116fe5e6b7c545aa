#include "sandbox/http/tokens.h"

#include "support/fakeclock.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using namespace std::chrono_literals;

class TestTokens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issuedTokenIsGoodUntilItExpires()
    {
        Support::FakeClock clock;
        Tokens tokens(u"domo"_s, 60s, clock);
        const QByteArray header = "Bearer " + tokens.issue({u"data"_s});
        QCOMPARE(tokens.check(header).standing, Tokens::Standing::Good);
        QCOMPARE(tokens.check(header).scopes, QStringList{u"data"_s});
        clock.advance(59'999ms);
        QCOMPARE(tokens.check(header).standing, Tokens::Standing::Good);
        clock.advance(1ms);
        QCOMPARE(tokens.check(header).standing, Tokens::Standing::Expired);
    }

    void schemeIsReadInAnyCase()
    {
        Support::FakeClock clock;
        Tokens tokens(u"domo"_s, 60s, clock);
        QCOMPARE(tokens.check("bearer " + tokens.issue({})).standing, Tokens::Standing::Good);
    }

    void tokenLooksLikeAJwt()
    {
        Support::FakeClock clock;
        Tokens tokens(u"domo"_s, 60s, clock);
        const QList<QByteArray> parts = tokens.issue({}).split('.');
        QCOMPARE(parts.size(), 3);
        const auto payload = QJsonDocument::fromJson(QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding));
        QCOMPARE(payload["exp"_L1].toInteger(), clock.utcNow().toSecsSinceEpoch() + 60);
    }

    void othersAreToldApart()
    {
        Support::FakeClock clock;
        Tokens domo(u"domo"_s, 60s, clock);
        Tokens workiva(u"workiva"_s, 60s, clock);
        Tokens otherRun(u"domo"_s, 60s, clock);
        QCOMPARE(domo.check({}).standing, Tokens::Standing::Missing);
        QCOMPARE(domo.check("Basic abc").standing, Tokens::Standing::Missing);
        QCOMPARE(domo.check("Bearer abc").standing, Tokens::Standing::Unknown);
        QCOMPARE(domo.check("Bearer " + otherRun.issue({})).standing, Tokens::Standing::Unknown);
        QCOMPARE(domo.check("Bearer " + workiva.issue({})).standing, Tokens::Standing::Foreign);
    }
};

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
