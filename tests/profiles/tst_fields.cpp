#include "profiles/fields.h"

#include <QtTest>

using namespace Profiles;

class TestFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTakenIsNotInTheRest();
    void firstErrorStays();
    void missingFieldWithDefaultIsNoError();
};

void TestFields::whatIsTakenIsNotInTheRest()
{
    Fields fields({{QStringLiteral("a"), QStringLiteral("text")},
                   {QStringLiteral("b"), true},
                   {QStringLiteral("c"), QStringLiteral("https://host.example/")},
                   {QStringLiteral("d"), 4}});
    QCOMPARE(fields.text(QStringLiteral("a")), QStringLiteral("text"));
    QCOMPARE(fields.boolean(QStringLiteral("b"), false), true);
    QCOMPARE(fields.url(QStringLiteral("c")), QUrl(QStringLiteral("https://host.example/")));
    QVERIFY(!fields.error());
    QCOMPARE(fields.rest(), (QJsonObject{{QStringLiteral("d"), 4}}));
}

void TestFields::firstErrorStays()
{
    Fields fields({{QStringLiteral("b"), 1}});
    std::ignore = fields.text(QStringLiteral("a"));
    std::ignore = fields.boolean(QStringLiteral("b"), false);
    QVERIFY(fields.error());
    QCOMPARE(fields.error()->kind, Core::ErrorKind::BadReply);
    QCOMPARE(fields.error()->subject, QStringLiteral("a"));
}

void TestFields::missingFieldWithDefaultIsNoError()
{
    Fields fields({});
    QCOMPARE(fields.text(QStringLiteral("a"), QStringLiteral("other")), QStringLiteral("other"));
    QCOMPARE(fields.boolean(QStringLiteral("b"), true), true);
    QVERIFY(fields.url(QStringLiteral("c")).isEmpty());
    QVERIFY(!fields.error());
}

QTEST_GUILESS_MAIN(TestFields)
#include "tst_fields.moc"
