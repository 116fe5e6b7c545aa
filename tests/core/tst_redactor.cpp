#include "core/redactor.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::Redactor;

namespace {

// With characters that each kind of escaping changes.
const QString secret = u"kT9/+x=\"Vq<3&z\\Wm'8 ~pL0"_s;

QString base64(const QString &text, QByteArray::Base64Options options = {})
{
    return QString::fromLatin1(text.toUtf8().toBase64(options));
}

// No eight characters of it are left, in any form.
bool holds(const QString &text, const QString &value)
{
    for (qsizetype i = 0; i + 8 <= value.size(); ++i) {
        if (text.contains(value.mid(i, 8), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace

class TestRedactor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretIsRemovedInEveryForm_data()
    {
        QTest::addColumn<QString>("form");
        const QByteArray percent = secret.toUtf8().toPercentEncoding();
        QTest::newRow("as it is") << secret;
        QTest::newRow("other case") << secret.toUpper();
        QTest::newRow("percent") << QString::fromLatin1(percent);
        QTest::newRow("percent, lower") << QString::fromLatin1(percent.toLower());
        QTest::newRow("percent, all") << QString::fromLatin1(secret.toUtf8().toHex('%').prepend('%'));
        QTest::newRow("percent, some") << QString(secret).replace(u'/', u"%2f"_s);
        QTest::newRow("percent, twice") << QString::fromLatin1(percent.toPercentEncoding());
        QTest::newRow("form") << QString::fromLatin1(percent).replace(u"%20"_s, u"+"_s);
        QTest::newRow("JSON") << u"kT9\\/+x=\\\"Vq<3&z\\\\Wm'8 ~pL0"_s;
        QTest::newRow("JSON, by number") << uR"(kT9/\u002Bx=\u0022Vq\u003c3\u0026z\u005CWm\u0027\u0038 ~pL0)"_s;
        QTest::newRow("JSON in JSON") << u"kT9/+x=\\\\\\\"Vq<3&z\\\\\\\\Wm'8 ~pL0"_s;
        QTest::newRow("HTML") << secret.toHtmlEscaped();
        QTest::newRow("HTML, by number") << u"kT9&#47;&#x2b;x&#061;&#34;Vq&lt;3&amp;z\\Wm&#39;8 &#x7E;pL0"_s;
        QTest::newRow("HTML in JSON") << QString(secret.toHtmlEscaped()).replace(u'\\', u"\\\\"_s);
        QTest::newRow("base64") << base64(secret);
        QTest::newRow("base64url") << base64(secret, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        for (const char *before : {"", "c", "cl", "cli", "client:"})
            QTest::addRow("base64 after \"%s\"", before) << base64(QString::fromLatin1(before) + secret + u'!');
        QTest::newRow("base64, percent") << QString::fromLatin1(base64(secret).toLatin1().toPercentEncoding());
        QTest::newRow("base64 of a form") << base64(u"a=b&c="_s + QString::fromLatin1(percent));
        QTest::newRow("wrapped") << QString(secret).insert(10, u"\r\n  "_s);
        QTest::newRow("spread") << QString(secret).insert(10, QChar(0x200b)).insert(5, u"\x1b[1m"_s);
    }
    void secretIsRemovedInEveryForm()
    {
        QFETCH(const QString, form);
        Redactor redactor;
        redactor.learn(secret);
        const QString text = redactor.cleaned(u"before, "_s + form + u" after"_s);
        QVERIFY2(!holds(text, secret), qPrintable(text));
        // The beginning may be encoded together with what precedes it.
        QVERIFY2(!holds(text, form.mid(12)), qPrintable(text));
        QVERIFY2(text.startsWith(u"before, "_s), qPrintable(text));
        QVERIFY2(text.endsWith(u" after"_s), qPrintable(text));
    }

    void textAroundASecretIsKept()
    {
        Redactor redactor;
        redactor.learn(secret);
        QCOMPARE(redactor.cleaned(u"The client \"%1\" is unknown"_s.arg(secret)),
                 u"The client \"(removed)\" is unknown"_s);
    }

    void partOfASecretIsRemoved()
    {
        Redactor redactor;
        redactor.learn(u"0a1b2c3d4e5f6g7h8i9j"_s);
        QCOMPARE(redactor.cleaned(u"got 0a1b2c3d4e5f… instead"_s), u"got (removed)… instead"_s);
        QCOMPARE(redactor.cleaned(u"got …8i9j"_s), u"got …8i9j"_s); // reveals nothing
    }

    void everySecretIsRemoved()
    {
        Redactor redactor;
        for (int i = 0; i < 20; ++i)
            redactor.learn(u"t0ken-%1-of-this-run"_s.arg(i));
        QString text;
        for (int i = 0; i < 20; ++i)
            text += u"t0ken-%1-of-this-run "_s.arg(i);
        QVERIFY(!redactor.cleaned(text).contains(u"t0ken"_s));
    }

    void shortSecretIsRemovedAsAWord()
    {
        Redactor redactor;
        redactor.learn(u"cret"_s);
        QCOMPARE(redactor.cleaned(u"secret cret, concrete: cret"_s), u"secret (removed), concrete: (removed)"_s);
    }

    void tinySecretIsNotSearchedFor()
    {
        Redactor redactor;
        redactor.learn(u"a"_s);
        redactor.learn(u"ab1"_s);
        redactor.learn(QString());
        QCOMPARE(redactor.cleaned(u"a ab1 in a table"_s), u"a ab1 in a table"_s);
    }

    void ordinaryTextStays()
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

    void unknownSecretIsRemovedByItsForm()
    {
        QVERIFY(!Redactor().cleaned(u"client_secret=unknown-here&a=b"_s).contains(u"unknown"_s));
    }

    void longTextIsCut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("letters") << QString(600, u'x');
        QTest::newRow("pairs") << u"😀"_s.repeated(400);
        QTest::newRow("pairs, odd") << u"x"_s + u"😀"_s.repeated(400);
    }
    void longTextIsCut()
    {
        QFETCH(const QString, text);
        const QString cut = Redactor().cleaned(text);
        QVERIFY(cut.size() <= Redactor::maxText);
        QVERIFY(cut.size() >= Redactor::maxText - 2);
        QVERIFY(cut.endsWith(QChar(0x2026)));
        QVERIFY(cut.isValidUtf16());
        QCOMPARE(Redactor().cleaned(text, 10).size(), 10 - (text.size() > 700 && text[0] != u'x' ? 1 : 0));
    }

    void cuttingShowsNoHalfOfASecret()
    {
        Redactor redactor;
        redactor.learn(secret);
        for (int before = Redactor::maxText - 30; before <= Redactor::maxText; ++before)
            QVERIFY(!holds(redactor.cleaned(QString(before, u'x') + u' ' + secret), secret));
    }

    void errorIsCleanedInAllItsWords()
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
            QCOMPARE(words, u"(removed)"_s);
        QCOMPARE(error.kind, Core::ErrorKind::Conflict);
        QCOMPARE(error.service, Core::Service::Domo);
        QCOMPARE(error.httpStatus, 409);
        QVERIFY(error.cause.as<int>());
        QVERIFY(redactor.cleaned(Core::Error{.requestId = QString(900, u'x')}).requestId.size() == Redactor::maxId);
    }

    void cleaningTwiceChangesNothing()
    {
        Redactor redactor;
        redactor.learn(secret);
        const QString once = redactor.cleaned(u"a %1 b client_secret=x "_s.arg(secret) + QString(600, u'y'));
        QCOMPARE(redactor.cleaned(once), once);
    }

    void largeTextOfEscapesIsCleaned()
    {
        Redactor redactor;
        redactor.learn(secret);
        const QString text = u"%25%35%5C\\u0041&amp;&#37; "_s.repeated(2'500) + secret;
        QVERIFY(!holds(redactor.cleaned(text, text.size()), secret));
    }

    void hugeTextIsCutFirst()
    {
        Redactor redactor;
        redactor.learn(secret);
        const QString cut = redactor.cleaned((secret + u' ').repeated(1'000'000)); // fast, although the text has 24 MB
        QVERIFY(!holds(cut, secret));
        QVERIFY(cut.size() <= Redactor::maxText);
    }
};

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
