#include "cli/queryoptions.h"

#include "core/inputfault.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Cli::QueryOptions;
using Cli::rowQueryOf;
using Reason = Sheet::RowQueryFault::Reason;

class TestQueryOptions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutSqlAllRowsAreWritten()
    {
        QCOMPARE(rowQueryOf({}, u"2026-06"_s), Core::Result<Sheet::RowQuery>(Sheet::RowQuery()));
    }

    void valueIsWhateverFollowsTheFirstEqualsSign()
    {
        const QString sql = u"SELECT '{{a}}', '{{b}}', '{{period}}'"_s;
        const auto query = rowQueryOf({.sql = sql, .parameters = {u"a=x = y, \"z\" "_s, u"b="_s}}, u"2026-06"_s);
        QVERIFY(query);
        QCOMPARE(query->sql, sql);
        QCOMPARE(
            query->parameters,
            (QMap<QString, QString>{{u"a"_s, u"x = y, \"z\" "_s}, {u"b"_s, QString()}, {u"period"_s, u"2026-06"_s}}));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QueryOptions>("options");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("subject");
        const QString sql = u"SELECT '{{a}}'"_s;
        QTest::newRow("no value") << QueryOptions{sql, {u"a"_s}} << Reason::NoEqualsSign << u"a"_s;
        QTest::newRow("given twice") << QueryOptions{sql, {u"a=1"_s, u"a=1"_s}} << Reason::Repeated << u"a"_s;
        QTest::newRow("not given") << QueryOptions{sql, {}} << Reason::NoValue << u"a"_s;
        QTest::newRow("not used") << QueryOptions{sql, {u"a=1"_s, u"b=1"_s}} << Reason::Unused << u"b"_s;
        QTest::newRow("without SQL") << QueryOptions{{}, {u"a=1"_s}} << Reason::Unused << u"a"_s;
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(const QueryOptions, options);
        QFETCH(const Reason, reason);
        const auto query = rowQueryOf(options, {});
        QVERIFY(!query);
        QTEST(query.error().subject, "subject");
        const auto *fault = query.error().cause.as<Sheet::RowQueryFault>();
        QVERIFY(fault);
        QCOMPARE(fault->reason, reason);
    }

    void otherPeriodThanTheRunsIsRefused()
    {
        const QueryOptions options{.sql = u"SELECT '{{period}}'"_s, .parameters = {u"period=2026-06"_s}};
        QVERIFY(rowQueryOf(options, {}));
        QVERIFY(rowQueryOf(options, u"2026-06"_s));
        const auto refused = rowQueryOf(options, u"2026-07"_s);
        QVERIFY(!refused);
        QVERIFY(refused.error().cause.as<Core::Contradiction>());
    }
};

QTEST_GUILESS_MAIN(TestQueryOptions)
#include "tst_queryoptions.moc"
