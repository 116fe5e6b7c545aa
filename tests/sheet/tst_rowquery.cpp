#include "sheet/rowquery.h"

#include "core/inputfault.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sheet;
using Reason = RowQueryFault::Reason;

namespace {

// The texts in one kind of quotes, read back as a service does that has backslashes as escapes, or as one that has not;
// none if a quote stays open.
std::optional<QStringList> quoted(const QString &sql, QChar quote, bool hasEscapes)
{
    QStringList texts;
    for (qsizetype at = 0; at < sql.size(); ++at) {
        const QChar open = sql[at];
        if (open != u'\'' && open != u'"' && open != u'`')
            continue;
        QString text;
        bool isClosed = false;
        while (++at < sql.size() && !isClosed) {
            if (hasEscapes && open != u'`' && sql[at] == u'\\' && at + 1 < sql.size())
                text += sql[++at];
            else if (sql[at] != open)
                text += sql[at];
            else if (at + 1 < sql.size() && sql[at + 1] == open)
                text += sql[++at];
            else
                isClosed = true;
        }
        if (!isClosed)
            return {};
        --at;
        if (open == quote)
            texts.append(text);
    }
    return texts;
}

QString anyValue(QRandomGenerator &random)
{
    static const QString characters = u"ab1-. '\"`\\;{}#/*\n\tä\u2019"_s;
    QString value;
    for (quint32 length = random.bounded(8U); length > 0; --length)
        value += characters[random.bounded(characters.size())];
    return value;
}

} // namespace

class TestRowQuery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parametersAreNamedOnceInTheirOrder()
    {
        QCOMPARE(Sheet::parametersOf(u"SELECT `{{b}}` FROM table WHERE x = '{{a_1}}' OR y = {{b}}"_s),
                 (QStringList{u"b"_s, u"a_1"_s}));
        QCOMPARE(Sheet::parametersOf(u"SELECT {{ 1}} {{}} { {c}}"_s), QStringList());
    }

    void valuesAreWhatTheirPlacesMakeOfThem_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("filled");
        const auto row = [](const char *what, const QString &sql, const QString &value, const QString &filled) {
            QTest::newRow(what) << sql << value << filled;
        };
        row("text", u"SELECT * FROM table WHERE a = '{{x}}'"_s, u"2026-06"_s,
            u"SELECT * FROM table WHERE a = '2026-06'"_s);
        row("text with a quote", u"select '{{x}}'"_s, u"O'Neil"_s, u"select 'O''Neil'"_s);
        row("only a quote", u"select '{{x}}'"_s, u"'"_s, u"select ''''"_s);
        row("empty text", u"select '{{x}}'"_s, QString(), u"select ''"_s);
        row("part of a text", u"select '%{{x}}%'"_s, u"a`b\""_s, u"select '%a`b\"%'"_s);
        row("value with another parameter", u"select '{{x}}'"_s, u"{{x}}"_s, u"select '{{x}}'"_s);
        row("name of a column", u"select `{{x}}`"_s, u"Net, of tax's"_s, u"select `Net, of tax's`"_s);
        row("number", u"select a limit {{x}}"_s, u"10"_s, u"select a limit 10"_s);
        row("negative number", u"select 5-{{x}}"_s, u"-12.50"_s, u"select 5- -12.50"_s);
        row("twice", u"select {{x}}, '{{x}}'"_s, u"0"_s, u"select 0, '0'"_s);
        row("after a doubled quote", u"select 'it''s {{x}}', \"a;b\""_s, u"n"_s, u"select 'it''s n', \"a;b\""_s);
        row("what only looks like SQL in quotes", u"select '; -- # /* {{x}}'"_s, u"n"_s, u"select '; -- # /* n'"_s);
        row("semicolon at the end", u" \n SELECT '{{x}}' ; \n"_s, u"n"_s, u"SELECT 'n'"_s);
        row("common table", u"WITH a AS (SELECT '{{x}}') SELECT * FROM a"_s, u"n"_s,
            u"WITH a AS (SELECT 'n') SELECT * FROM a"_s);
        row("backslash within a text", u"select '\\d {{x}}'"_s, u"n"_s, u"select '\\d n'"_s);
    }
    void valuesAreWhatTheirPlacesMakeOfThem()
    {
        QFETCH(const QString, sql);
        QFETCH(const QString, value);
        const auto sent = filled({.sql = sql, .parameters = {{u"x"_s, value}}});
        QVERIFY(sent);
        QTEST(*sent, "filled");
    }

    void queryWithoutSqlIsEmpty() { QCOMPARE(filled({}), Core::Result<QString>(QString())); }

    void whatCouldMeanSomethingElseIsRefused_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("value");
        QTest::addColumn<Reason>("reason");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<qsizetype>("position");
        const auto inSql = [](const char *what, const QString &sql, Reason reason, const QString &rest,
                              qsizetype position) {
            QTest::newRow(what) << sql << u"n"_s << reason << rest << position;
        };
        inSql("deletion", u"  DELETE FROM table"_s, Reason::NoSelect, u"DELETE FROM table"_s, 2);
        inSql("longer word", u"selected"_s, Reason::NoSelect, u"selected"_s, 0);
        inSql("two statements", u"select 1; drop table x"_s, Reason::SecondStatement, u"; drop table x"_s, 8);
        inSql("two semicolons", u"select 1;;"_s, Reason::SecondStatement, u";;"_s, 8);
        inSql("open text", u"select 'a"_s, Reason::OpenQuote, u"'a"_s, 7);
        inSql("open name", u"select `a'"_s, Reason::OpenQuote, u"`a'"_s, 7);
        inSql("comment to the end of its line", u"select 1 -- it's"_s, Reason::Comment, u"-- it's"_s, 9);
        inSql("comment", u"select /* ' */ 1"_s, Reason::Comment, u"/* ' */ 1"_s, 7);
        inSql("number sign", u"select 1 # '"_s, Reason::Comment, u"# '"_s, 9);
        inSql("escaped quote", u"select 'it\\'s'"_s, Reason::Backslash, u"\\'s'"_s, 10);
        inSql("escaped value", u"select '\\{{x}}'"_s, Reason::Backslash, u"\\{{x}}'"_s, 8);
        inSql("parameter with blanks", u"select '{{ x }}'"_s, Reason::NotAParameter, u"{{ x }}'"_s, 8);
        inSql("parameter that is not closed", u"select {{x"_s, Reason::NotAParameter, u"{{x"_s, 7);
        inSql("parameter that begins with a digit", u"select '{{2x}}'"_s, Reason::NotAParameter, u"{{2x}}'"_s, 8);
        inSql("double quotes", u"select \"{{x}}\""_s, Reason::InDoubleQuotes, u"{{x}}\""_s, 8);
        inSql("long rest", u"drop "_s + QString(100, u'x'), Reason::NoSelect, u"drop "_s + QString(35, u'x'), 0);
        const auto inValue = [](const char *what, const QString &sql, const QString &value, Reason reason,
                                const QString &name = u"x"_s) {
            QTest::newRow(what) << sql << value << reason << name << qsizetype(0);
        };
        inValue("unknown parameter", u"select '{{y}}{{x}}'"_s, u"n"_s, Reason::NoValue, u"y"_s);
        inValue("name in another case", u"select '{{X}}{{x}}'"_s, u"n"_s, Reason::NoValue, u"X"_s);
        inValue("unused parameter", u"select 1"_s, u"n"_s, Reason::Unused);
        inValue("parameter without SQL", QString(), u"n"_s, Reason::Unused);
        inValue("backslash in a text", u"select '{{x}}'"_s, u"\\"_s, Reason::NotAText);
        inValue("line break in a text", u"select '{{x}}'"_s, u"a\nb"_s, Reason::NotAText);
        inValue("backtick in a name", u"select `{{x}}`"_s, u"a` FROM b"_s, Reason::NotAColumn);
        inValue("empty name", u"select `{{x}}`"_s, QString(), Reason::NotAColumn);
        inValue("tab in a name", u"select `{{x}}`"_s, u"a\tb"_s, Reason::NotAColumn);
        inValue("number with a line break", u"select {{x}}"_s, u"1\n"_s, Reason::NotANumber);
        for (const char *value : {"", "a", "2026-06", "1 or 1", "1e5", "007", "+1", ".5", "5.", "1,5", "٣", "--1"})
            inValue(qPrintable(u"\"%1\" outside of quotes"_s.arg(QString::fromUtf8(value))), u"select {{x}}"_s,
                    QString::fromUtf8(value), Reason::NotANumber);
    }
    void whatCouldMeanSomethingElseIsRefused()
    {
        QFETCH(const QString, sql);
        QFETCH(const QString, value);
        QFETCH(const Reason, reason);
        QFETCH(const qsizetype, position);
        const auto refused = filled({.sql = sql, .parameters = {{u"x"_s, value}}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Core::ErrorKind::InvalidInput);
        QTEST(refused.error().subject, "subject");
        const auto *fault = refused.error().cause.as<RowQueryFault>();
        QVERIFY(fault && *fault == (RowQueryFault{reason, position}));
    }

    void valueNeverLeavesItsQuotes()
    {
        int taken = 0;
        for (quint32 seed = 0; seed < 20'000; ++seed) {
            QRandomGenerator random(seed);
            const QString text = anyValue(random);
            const QString column = anyValue(random);
            const RowQuery query{
                .sql = u"select `a`, `{{column}}` from table where b = 'it''s' and c in ('x', '{{text}}') "
                       "and d = '\"'"_s,
                .parameters = {{u"text"_s, text}, {u"column"_s, column}}};
            const auto sent = filled(query);
            if (!sent)
                continue;
            ++taken;
            for (const bool hasEscapes : {false, true}) {
                QCOMPARE(quoted(*sent, u'\'', hasEscapes), (QStringList{u"it's"_s, u"x"_s, text, u"\""_s}));
                QCOMPARE(quoted(*sent, u'`', hasEscapes), (QStringList{u"a"_s, column}));
            }
        }
        QVERIFY(taken > 2'000);
    }

    void sqlThatIsTakenHasTheSameQuotesForEveryService()
    {
        static const QStringList parts{u"'"_s, u"\""_s, u"`"_s, u"\\"_s, u"{{x}}"_s, u"a"_s, u" "_s, u"-"_s};
        int taken = 0;
        for (quint32 seed = 0; seed < 50'000; ++seed) {
            QRandomGenerator random(seed);
            RowQuery query{.sql = u"select "_s, .parameters = {{u"x"_s, u"'"_s}}};
            for (quint32 length = random.bounded(2U, 10U); length > 0; --length)
                query.sql += parts[random.bounded(parts.size())];
            const auto sent = filled(query);
            if (!sent)
                continue;
            ++taken;
            for (const QChar quote : {u'\'', u'"', u'`'}) {
                const auto escaped = quoted(*sent, quote, true);
                const auto plain = quoted(*sent, quote, false);
                QVERIFY2(escaped && plain && escaped->size() == plain->size(), qPrintable(*sent));
            }
        }
        QVERIFY(taken > 500);
    }

    void periodIsAParameter()
    {
        const RowQuery query{.sql = u"select '{{period}}'"_s};
        QCOMPARE(withPeriod(query, u"2026-06"_s)->parameters.value(periodParameter), u"2026-06"_s);
        QCOMPARE(withPeriod(query, {}), Core::Result<RowQuery>(query));
        const RowQuery other{.sql = u"select 1"_s};
        QCOMPARE(withPeriod(other, u"2026-06"_s), Core::Result<RowQuery>(other));
        QVERIFY(withPeriod({}, u"2026-06"_s)->parameters.isEmpty());
    }

    void periodThatIsGivenTwiceHasToMatch()
    {
        const RowQuery query{.sql = u"select '{{period}}'"_s, .parameters = {{u"period"_s, u"2026-06"_s}}};
        QCOMPARE(withPeriod(query, u"2026-06"_s), Core::Result<RowQuery>(query));
        QCOMPARE(withPeriod(query, {}), Core::Result<RowQuery>(query));
        const auto refused = withPeriod(query, u"2026-07"_s);
        QVERIFY(!refused);
        const auto *said = refused.error().cause.as<Core::Contradiction>();
        QVERIFY(said && *said == (Core::Contradiction{Core::Contradiction::Of::Period, u"2026-07"_s, u"2026-06"_s}));
    }
};

QTEST_GUILESS_MAIN(TestRowQuery)
#include "tst_rowquery.moc"
