#include "core/redactor.h"

#include <QTest>

using Core::Redactor;

namespace {

// With characters that every kind of escaping touches.
const QString secret = QStringLiteral("kT9/+x=\"Vq<3&z\\Wm'8 ~pL0");

QString base64(const QString &text, QByteArray::Base64Options options = {})
{
    return QString::fromLatin1(text.toUtf8().toBase64(options));
}

// No eight characters of it are left, in no form.
bool holds(const QString &text, const QString &value)
{
    for (qsizetype i = 0; i + 8 <= value.size(); ++i) {
        if (text.contains(value.mid(i, 8), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace

class RedactorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretIsTakenOutInEveryForm_data();
    void secretIsTakenOutInEveryForm();
    void whatIsAroundItStays();
    void partOfASecretIsTakenOut();
    void everySecretIsTakenOut();
    void shortSecretIsTakenOutAsAWord();
    void tinySecretIsNotLookedFor();
    void ordinaryTextStays();
    void whatLooksLikeASecretIsTakenOutUnlearned();
    void longTextIsCut_data();
    void longTextIsCut();
    void cuttingShowsNoHalfOfASecret();
    void errorIsCleanedInAllItsWords();
    void cleaningTwiceChangesNothing();
    void largeTextOfEscapesIsCleaned();
    void hugeTextIsCutFirst();
};

void RedactorTest::secretIsTakenOutInEveryForm_data()
{
    QTest::addColumn<QString>("form");
    const QByteArray percent = secret.toUtf8().toPercentEncoding();
    QTest::newRow("as it is") << secret;
    QTest::newRow("other case") << secret.toUpper();
    QTest::newRow("percent") << QString::fromLatin1(percent);
    QTest::newRow("percent, lower") << QString::fromLatin1(percent.toLower());
    QTest::newRow("percent, all") << QString::fromLatin1(secret.toUtf8().toHex('%').prepend('%'));
    QTest::newRow("percent, some") << QString(secret).replace(u'/', QStringLiteral("%2f"));
    QTest::newRow("percent, twice") << QString::fromLatin1(percent.toPercentEncoding());
    QTest::newRow("form") << QString::fromLatin1(percent).replace(QStringLiteral("%20"), QStringLiteral("+"));
    QTest::newRow("JSON") << QStringLiteral("kT9\\/+x=\\\"Vq<3&z\\\\Wm'8 ~pL0");
    QTest::newRow("JSON, by number") << QStringLiteral(
        R"(kT9/\u002Bx=\u0022Vq\u003c3\u0026z\u005CWm\u0027\u0038 ~pL0)");
    QTest::newRow("JSON in JSON") << QStringLiteral("kT9/+x=\\\\\\\"Vq<3&z\\\\\\\\Wm'8 ~pL0");
    QTest::newRow("HTML") << secret.toHtmlEscaped();
    QTest::newRow("HTML, by number") << QStringLiteral("kT9&#47;&#x2b;x&#061;&#34;Vq&lt;3&amp;z\\Wm&#39;8 &#x7E;pL0");
    QTest::newRow("HTML in JSON") << QString(secret.toHtmlEscaped()).replace(u'\\', QStringLiteral("\\\\"));
    QTest::newRow("base64") << base64(secret);
    QTest::newRow("base64url") << base64(secret, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    for (const char *before : {"", "c", "cl", "cli", "client:"})
        QTest::addRow("base64 after \"%s\"", before) << base64(QString::fromLatin1(before) + secret + u'!');
    QTest::newRow("base64, percent") << QString::fromLatin1(base64(secret).toLatin1().toPercentEncoding());
    QTest::newRow("base64 of a form") << base64(QStringLiteral("a=b&c=") + QString::fromLatin1(percent));
    QTest::newRow("wrapped") << QString(secret).insert(10, QStringLiteral("\r\n  "));
    QTest::newRow("spread") << QString(secret).insert(10, QChar(0x200b)).insert(5, QStringLiteral("\x1b[1m"));
}

void RedactorTest::secretIsTakenOutInEveryForm()
{
    QFETCH(const QString, form);
    Redactor redactor;
    redactor.learn(secret);
    const QString text = redactor.cleaned(QStringLiteral("before, ") + form + QStringLiteral(" after"));
    QVERIFY2(!holds(text, secret), qPrintable(text));
    QVERIFY2(!holds(text, form.mid(12)), qPrintable(text)); // the beginning may be what was encoded with it
    QVERIFY2(text.startsWith(QStringLiteral("before, ")), qPrintable(text));
    QVERIFY2(text.endsWith(QStringLiteral(" after")), qPrintable(text));
}

void RedactorTest::whatIsAroundItStays()
{
    Redactor redactor;
    redactor.learn(secret);
    QCOMPARE(redactor.cleaned(QStringLiteral("The client \"%1\" is unknown").arg(secret)),
             QStringLiteral("The client \"(removed)\" is unknown"));
}

void RedactorTest::partOfASecretIsTakenOut()
{
    Redactor redactor;
    redactor.learn(QStringLiteral("0a1b2c3d4e5f6g7h8i9j"));
    QCOMPARE(redactor.cleaned(QStringLiteral("got 0a1b2c3d4e5f… instead")), QStringLiteral("got (removed)… instead"));
    QCOMPARE(redactor.cleaned(QStringLiteral("got …8i9j")), QStringLiteral("got …8i9j")); // tells nothing
}

void RedactorTest::everySecretIsTakenOut()
{
    Redactor redactor;
    for (int i = 0; i < 20; ++i)
        redactor.learn(QStringLiteral("t0ken-%1-of-this-run").arg(i));
    QString text;
    for (int i = 0; i < 20; ++i)
        text += QStringLiteral("t0ken-%1-of-this-run ").arg(i);
    QVERIFY(!redactor.cleaned(text).contains(QStringLiteral("t0ken")));
}

void RedactorTest::shortSecretIsTakenOutAsAWord()
{
    Redactor redactor;
    redactor.learn(QStringLiteral("cret"));
    QCOMPARE(redactor.cleaned(QStringLiteral("secret cret, concrete: cret")),
             QStringLiteral("secret (removed), concrete: (removed)"));
}

void RedactorTest::tinySecretIsNotLookedFor()
{
    Redactor redactor;
    redactor.learn(QStringLiteral("a"));
    redactor.learn(QStringLiteral("ab1"));
    redactor.learn(QString());
    QCOMPARE(redactor.cleaned(QStringLiteral("a ab1 in a table")), QStringLiteral("a ab1 in a table"));
}

void RedactorTest::ordinaryTextStays()
{
    Redactor redactor;
    redactor.learn(secret);
    for (const auto *text :
         {u"", u"Attempted to modify locked cells (A1:B9)", u"50 % of \\\\server\\share & more; ~é 字 😀 a+b",
          u"https://api.domo.com/v1/datasets/abc%20d?limit=50&offset=0", u"👩‍👩‍👧"}) {
        const QString plain = QString::fromUtf16(text);
        QCOMPARE(redactor.cleaned(plain), plain);
    }
}

void RedactorTest::whatLooksLikeASecretIsTakenOutUnlearned()
{
    QVERIFY(!Redactor().cleaned(QStringLiteral("client_secret=unknown-here&a=b")).contains(QStringLiteral("unknown")));
}

void RedactorTest::longTextIsCut_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("letters") << QString(600, u'x');
    QTest::newRow("pairs") << QStringLiteral("😀").repeated(400);
    QTest::newRow("pairs, odd") << QStringLiteral("x") + QStringLiteral("😀").repeated(400);
}

void RedactorTest::longTextIsCut()
{
    QFETCH(const QString, text);
    const QString cut = Redactor().cleaned(text);
    QVERIFY(cut.size() <= Redactor::longestText);
    QVERIFY(cut.size() >= Redactor::longestText - 2);
    QVERIFY(cut.endsWith(QChar(0x2026)));
    QVERIFY(cut.isValidUtf16());
    QCOMPARE(Redactor().cleaned(text, 10).size(), 10 - (text.size() > 700 && text[0] != u'x' ? 1 : 0));
}

void RedactorTest::cuttingShowsNoHalfOfASecret()
{
    Redactor redactor;
    redactor.learn(secret);
    for (int before = Redactor::longestText - 30; before <= Redactor::longestText; ++before)
        QVERIFY(!holds(redactor.cleaned(QString(before, u'x') + u' ' + secret), secret));
}

void RedactorTest::errorIsCleanedInAllItsWords()
{
    Redactor redactor;
    redactor.learn(secret);
    const Core::Error error = redactor.cleaned(Core::Error{.kind = Core::ErrorKind::Conflict,
                                                           .service = Core::Service::Domo,
                                                           .subject = secret,
                                                           .detail = secret,
                                                           .httpStatus = 409,
                                                           .requestId = secret,
                                                           .cause = 5});
    for (const QString &words : {error.subject, error.detail, error.requestId})
        QCOMPARE(words, QStringLiteral("(removed)"));
    QCOMPARE(error.kind, Core::ErrorKind::Conflict);
    QCOMPARE(error.service, Core::Service::Domo);
    QCOMPARE(error.httpStatus, 409);
    QVERIFY(error.cause.as<int>());
    QVERIFY(redactor.cleaned(Core::Error{.requestId = QString(900, u'x')}).requestId.size() == Redactor::longestId);
}

void RedactorTest::cleaningTwiceChangesNothing()
{
    Redactor redactor;
    redactor.learn(secret);
    const QString once = redactor.cleaned(QStringLiteral("a %1 b client_secret=x ").arg(secret) + QString(600, u'y'));
    QCOMPARE(redactor.cleaned(once), once);
}

void RedactorTest::largeTextOfEscapesIsCleaned()
{
    Redactor redactor;
    redactor.learn(secret);
    const QString text = QStringLiteral("%25%35%5C\\u0041&amp;&#37; ").repeated(2'500) + secret;
    QVERIFY(!holds(redactor.cleaned(text, text.size()), secret));
}

void RedactorTest::hugeTextIsCutFirst()
{
    Redactor redactor;
    redactor.learn(secret);
    const QString cut = redactor.cleaned((secret + u' ').repeated(1'000'000)); // in no time, of 24 MB
    QVERIFY(!holds(cut, secret));
    QVERIFY(cut.size() <= Redactor::longestText);
}

QTEST_GUILESS_MAIN(RedactorTest)
#include "tst_redactor.moc"
