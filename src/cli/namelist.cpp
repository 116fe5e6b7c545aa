#include "cli/namelist.h"

#include "core/inputfault.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

class Reader
{
public:
    explicit Reader(QStringView rest) : m_rest(rest) { }

    // Up to one of the marks, which is left, or to the end. None: it is missing, or its quotes are wrong.
    std::optional<QString> text(QStringView marks)
    {
        m_rest = m_rest.trimmed();
        if (m_rest.startsWith(u'"'))
            return quoted(marks);
        qsizetype end = 0;
        while (end < m_rest.size() && !marks.contains(m_rest[end]))
            ++end;
        const QString found = m_rest.first(end).trimmed().toString();
        m_rest = m_rest.sliced(end);
        return found.isEmpty() ? std::nullopt : std::optional(found);
    }

    bool takes(QChar mark)
    {
        if (!m_rest.startsWith(mark))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

private:
    std::optional<QString> quoted(QStringView marks)
    {
        QString found;
        do {
            m_rest = m_rest.sliced(1);
            const qsizetype end = m_rest.indexOf(u'"');
            if (end < 0)
                return {};
            found += m_rest.first(end);
            m_rest = m_rest.sliced(end + 1);
            if (m_rest.startsWith(u'"'))
                found += u'"';
        } while (m_rest.startsWith(u'"'));
        m_rest = m_rest.trimmed();
        const bool isWhole = m_rest.isEmpty() || marks.contains(m_rest.front());
        return isWhole ? std::optional(found) : std::nullopt;
    }

    QStringView m_rest;
};

} // namespace

Core::Result<QList<NamedValue>> namesIn(const QString &list)
{
    Reader reader(list);
    QList<NamedValue> names;
    do {
        const std::optional<QString> name = reader.text(u",=");
        const bool hasValue = name && reader.takes(u'=');
        const std::optional<QString> value = hasValue ? reader.text(u",") : std::nullopt;
        if (!name || (hasValue && value.value_or(QString()).isEmpty()))
            return Core::fail(
                Core::Error{.kind = Core::ErrorKind::InvalidInput, .subject = list, .cause = Core::NotAList{}});
        names.append({*name, value});
    } while (reader.takes(u','));
    return names;
}

QString inList(const QString &name)
{
    const bool isPlain = !name.isEmpty() && name == name.trimmed() && !name.contains(u',') && !name.contains(u'=')
        && !name.contains(u'"');
    return isPlain ? name : u"\"%1\""_s.arg(QString(name).replace(u"\""_s, u"\"\""_s));
}

} // namespace Cli
