#include "core/result.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;

struct Place
{
    int row = 0;

    friend bool operator==(const Place &, const Place &) = default;
};

class TestResult final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsOwnName()
    {
        QSet<QString> names;
        for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) { // Internal is the last
            const QString name = Core::name(ErrorKind(kind));
            QVERIFY2(!name.isEmpty(), qPrintable(QString::number(kind)));
            QVERIFY2(!names.contains(name), qPrintable(name));
            QVERIFY2(name.front().isLower() && !name.contains(' '_L1), qPrintable(name));
            QVERIFY(Core::errorKind(name) == ErrorKind(kind));
            names.insert(name);
        }
    }

    void everyServiceHasItsOwnName()
    {
        QCOMPARE(Core::name(Core::Service::None), u"none"_s);
        QCOMPARE(Core::name(Core::Service::Domo), u"domo"_s);
        QCOMPARE(Core::name(Core::Service::Workiva), u"workiva"_s);
        for (const Core::Service one : {Core::Service::None, Core::Service::Domo, Core::Service::Workiva})
            QVERIFY(Core::service(Core::name(one)) == one);
        QVERIFY(!Core::errorKind(u"of a later version"_s));
    }

    void failureKeepsItsParts()
    {
        const Core::Result<int> result = Core::fail(ErrorKind::NotFound, u"id"_s, u"gone"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::NotFound);
        QCOMPARE(result.error().service, Core::Service::None);
        QCOMPARE(result.error().subject, u"id"_s);
        QCOMPARE(result.error().detail, u"gone"_s);
        QCOMPARE(result.error().httpStatus, 0);
        QVERIFY(result.error().requestId.isEmpty());
    }

    void causeIsFoundByItsType()
    {
        const Core::Result<int> result = Core::fail(ErrorKind::BadCsv, {}, {}, Place{3});
        const Place *place = result.error().cause.as<Place>();
        QVERIFY(place);
        QCOMPARE(place->row, 3);
        QVERIFY(!result.error().cause.as<int>());
        QVERIFY(!Core::Error().cause.as<Place>());
    }

    void errorsAreEqualWhenTheirCausesAre()
    {
        const auto with = [](Core::Cause cause) { return Core::Error{.kind = ErrorKind::BadCsv, .cause = cause}; };
        QCOMPARE(with(Place{3}), with(Place{3}));
        QVERIFY(!(with(Place{3}) == with(Place{4})));
        QVERIFY(!(with(Place{3}) == with(3)));
        QVERIFY(!(with(Place{3}) == with({})));
        QCOMPARE(with({}), with({}));
    }
};

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
