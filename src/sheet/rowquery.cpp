#include "sheet/rowquery.h"

#include "core/inputfault.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sheet {

namespace {

constexpr qsizetype maxOfASubject = 40; // characters

bool hasControls(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

// Also a leading zero is none: such a value is a code, which a number would shorten.
bool isPlainNumber(const QString &text)
{
    static const QRegularExpression form(u"\\A-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?\\z"_s);
    return form.match(text).hasMatch();
}

const QRegularExpression &parameterForm()
{
    static const QRegularExpression form(u"\\{\\{([A-Za-z_][A-Za-z0-9_]*)\\}\\}"_s);
    return form;
}

class Filler
{
public:
    explicit Filler(const RowQuery &query) : m_query(query), m_sql(query.sql.trimmed()) { }

    [[nodiscard]] Core::Result<QString> filled()
    {
        static const QRegularExpression begin(u"\\A(?:select|with)\\b"_s, QRegularExpression::CaseInsensitiveOption);
        if (!m_sql.isEmpty() && !begin.match(m_sql).hasMatch())
            return fault(RowQueryFault::Reason::NoSelect, 0);
        while (m_at < m_sql.size() && !m_isOver) {
            const bool isParameter = QStringView(m_sql).sliced(m_at).startsWith("{{"_L1);
            if (auto taken = isParameter ? takeParameter() : takeCharacter(); !taken)
                return Core::propagate(taken);
        }
        if (m_quote)
            return fault(RowQueryFault::Reason::OpenQuote, m_openedAt);
        for (auto parameter = m_query.parameters.keyBegin(); parameter != m_query.parameters.keyEnd(); ++parameter) {
            if (!m_used.contains(*parameter))
                return rowQueryFault(RowQueryFault::Reason::Unused, *parameter);
        }
        return m_filled.trimmed();
    }

private:
    [[nodiscard]] Core::Failure fault(RowQueryFault::Reason reason, qsizetype at) const
    {
        const qsizetype before = m_query.sql.indexOf(m_sql); // the blanks that were trimmed
        return rowQueryFault(reason, m_sql.mid(at, maxOfASubject), before + at);
    }

    [[nodiscard]] bool follows(QLatin1String text) const { return QStringView(m_sql).sliced(m_at).startsWith(text); }

    [[nodiscard]] bool isAfterBackslash() const { return m_quote && *m_quote != u'`' && m_sql[m_at - 1] == u'\\'; }

    // A quote that is doubled within quotes closes and opens them.
    Core::Result<void> takeCharacter()
    {
        const QChar c = m_sql[m_at];
        if (m_quote) {
            if (c == *m_quote) {
                if (isAfterBackslash())
                    return fault(RowQueryFault::Reason::Backslash, m_at - 1);
                m_quote.reset();
            }
        } else if (c == u'\'' || c == u'"' || c == u'`') {
            m_quote = c;
            m_openedAt = m_at;
        } else if (c == u'#' || follows("--"_L1) || follows("/*"_L1)) {
            return fault(RowQueryFault::Reason::Comment, m_at);
        } else if (c == u';') {
            if (!QStringView(m_sql).sliced(m_at + 1).trimmed().isEmpty())
                return fault(RowQueryFault::Reason::SecondStatement, m_at);
            m_isOver = true;
            return {};
        }
        m_filled += c;
        ++m_at;
        return {};
    }

    Core::Result<void> takeParameter()
    {
        const auto found = parameterForm().match(m_sql, m_at, QRegularExpression::NormalMatch,
                                                 QRegularExpression::AnchorAtOffsetMatchOption);
        if (!found.hasMatch())
            return fault(RowQueryFault::Reason::NotAParameter, m_at);
        if (m_quote == u'"')
            return fault(RowQueryFault::Reason::InDoubleQuotes, m_at);
        if (isAfterBackslash())
            return fault(RowQueryFault::Reason::Backslash, m_at - 1);
        const QString name = found.captured(1);
        if (!m_query.parameters.contains(name))
            return rowQueryFault(RowQueryFault::Reason::NoValue, name);
        m_used.insert(name);
        m_at = found.capturedEnd();
        return takeValueOf(name);
    }

    Core::Result<void> takeValueOf(const QString &name)
    {
        const QString value = m_query.parameters.value(name);
        if (!m_quote) {
            if (!isPlainNumber(value))
                return rowQueryFault(RowQueryFault::Reason::NotANumber, name);
            m_filled += value.startsWith(u'-') ? u' ' + value : value; // two minus signs would begin a comment
        } else if (*m_quote == u'`') {
            if (value.isEmpty() || value.contains(u'`') || hasControls(value))
                return rowQueryFault(RowQueryFault::Reason::NotAColumn, name);
            m_filled += value;
        } else {
            if (value.contains(u'\\') || hasControls(value))
                return rowQueryFault(RowQueryFault::Reason::NotAText, name);
            m_filled += QString(value).replace(u'\'', u"''"_s);
        }
        return {};
    }

    const RowQuery &m_query;
    const QString m_sql;
    qsizetype m_at = 0;
    std::optional<QChar> m_quote; // that is open
    qsizetype m_openedAt = 0;
    bool m_isOver = false; // a semicolon was the end
    QSet<QString> m_used;
    QString m_filled;
};

} // namespace

Core::Failure rowQueryFault(RowQueryFault::Reason reason, const QString &subject, qsizetype position)
{
    return Core::fail(Core::Error{
        .kind = Core::ErrorKind::InvalidInput, .subject = subject, .cause = RowQueryFault{reason, position}});
}

QStringList parametersOf(const QString &sql)
{
    QStringList names;
    for (auto found = parameterForm().globalMatch(sql); found.hasNext();)
        names.append(found.next().captured(1));
    names.removeDuplicates();
    return names;
}

Core::Result<RowQuery> withPeriod(RowQuery query, const QString &period)
{
    const QString name = periodParameter;
    if (period.isEmpty())
        return query;
    if (const QString other = query.parameters.value(name, period); other != period)
        return Core::fail(Core::Error{.kind = Core::ErrorKind::InvalidInput,
                                      .subject = name,
                                      .cause = Core::Contradiction{Core::Contradiction::Of::Period, period, other}});
    if (query.sql.contains(u"{{%1}}"_s.arg(name)))
        query.parameters.insert(name, period);
    return query;
}

Core::Result<QString> filled(const RowQuery &query)
{
    return Filler(query).filled();
}

} // namespace Sheet
