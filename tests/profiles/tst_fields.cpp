#include "profiles/fields.h"

#include <QtTest>

using namespace Qt::StringLiterals;

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
    Fields fields({{u"a"_s, u"text"_s}, {u"b"_s, true}, {u"c"_s, u"https://host.example/"_s}, {u"d"_s, 4}});
    QCOMPARE(fields.text(u"a"_s), u"text"_s);
    QCOMPARE(fields.boolean(u"b"_s, false), true);
    QCOMPARE(fields.url(u"c"_s), QUrl(u"https://host.example/"_s));
    QVERIFY(!fields.error());
    QCOMPARE(fields.rest(), (QJsonObject{{u"d"_s, 4}}));
}

void TestFields::firstErrorStays()
{
    Fields fields({{u"b"_s, 1}});
    std::ignore = fields.text(u"a"_s);
    std::ignore = fields.boolean(u"b"_s, false);
    QVERIFY(fields.error());
    QCOMPARE(fields.error()->kind, Core::ErrorKind::BadReply);
    QCOMPARE(fields.error()->subject, u"a"_s);
}

void TestFields::missingFieldWithDefaultIsNoError()
{
    Fields fields({});
    QCOMPARE(fields.text(u"a"_s, u"other"_s), u"other"_s);
    QCOMPARE(fields.boolean(u"b"_s, true), true);
    QVERIFY(fields.url(u"c"_s).isEmpty());
    QVERIFY(!fields.error());
}

QTEST_GUILESS_MAIN(TestFields)
#include "tst_fields.moc"
