#include "workiva/editcellsbody.h"

namespace Workiva {

namespace {

constexpr qint64 endSize = 3; // ]}}

} // namespace

EditCellsBody::EditCellsBody()
{
    begin();
}

void EditCellsBody::begin()
{
    m_json.StartObject();
    m_json.Key("editCells");
    m_json.StartObject();
    m_json.Key("cells");
    m_json.StartArray();
}

void EditCellsBody::add(int row, int column, const Sheet::Cell &cell)
{
    m_json.StartObject();
    m_json.Key("row");
    m_json.Int(row);
    m_json.Key("column");
    m_json.Int(column);
    m_json.Key("value");
    m_json.cell(cell);
    m_json.EndObject();
}

qint64 EditCellsBody::size() const
{
    return m_json.size() + endSize;
}

QByteArray EditCellsBody::take()
{
    m_json.EndArray();
    m_json.EndObject();
    m_json.EndObject();
    QByteArray taken = m_json.take();
    begin();
    return taken;
}

} // namespace Workiva
