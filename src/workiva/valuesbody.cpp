#include "workiva/valuesbody.h"

#include "workiva/cellvalue.h"

#include <utility>

namespace Workiva {

namespace {

constexpr char begin[] = R"({"values":[)";
constexpr char end[] = "]}";
constexpr qint64 beginSize = sizeof begin - 1;
constexpr qint64 endSize = sizeof end - 1;

} // namespace

void ValuesBody::beginRow()
{
    if (m_json.isEmpty())
        m_json.append(begin, beginSize).append('[');
    else
        m_json.append("],[", 3);
    m_rowIsEmpty = true;
}

void ValuesBody::add(Sheet::Cell cell)
{
    if (!m_rowIsEmpty)
        m_json.append(',');
    m_rowIsEmpty = false;
    appendValue(m_json, cell);
}

qint64 ValuesBody::size() const
{
    return m_json.isEmpty() ? beginSize + endSize : m_json.size() + 1 + endSize;
}

QByteArray ValuesBody::take()
{
    if (m_json.isEmpty())
        return clearBody();
    m_json.append(']').append(end, endSize);
    return std::exchange(m_json, {});
}

QByteArray ValuesBody::clearBody()
{
    return QByteArray(begin, beginSize) + QByteArray(end, endSize);
}

} // namespace Workiva
