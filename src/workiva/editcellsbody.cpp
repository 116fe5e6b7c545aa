#include "workiva/editcellsbody.h"

#include "workiva/cellvalue.h"

#include <utility>

namespace Workiva {

namespace {

constexpr char begin[] = R"({"editCells":{"cells":[)";
constexpr char end[] = "]}}";
constexpr qint64 beginSize = sizeof begin - 1;
constexpr qint64 endSize = sizeof end - 1;

} // namespace

void EditCellsBody::add(int row, int column, Sheet::Cell cell)
{
    if (m_json.isEmpty())
        m_json.append(begin, beginSize);
    else
        m_json.append(',');
    m_json.append(R"({"row":)").append(QByteArray::number(row));
    m_json.append(R"(,"column":)").append(QByteArray::number(column));
    m_json.append(R"(,"value":)");
    appendValue(m_json, cell);
    m_json.append('}');
}

qint64 EditCellsBody::size() const
{
    return (m_json.isEmpty() ? beginSize : m_json.size()) + endSize;
}

QByteArray EditCellsBody::take()
{
    if (m_json.isEmpty())
        m_json.append(begin, beginSize);
    m_json.append(end, endSize);
    return std::exchange(m_json, {});
}

} // namespace Workiva
