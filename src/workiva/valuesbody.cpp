#include "workiva/valuesbody.h"

namespace Workiva {

namespace {

constexpr qint64 rowEndSize = 1; // ]
constexpr qint64 endSize = 2; // ]}

} // namespace

ValuesBody::ValuesBody(qint64 expectedSize)
{
    m_json.reserve(expectedSize);
    begin();
}

void ValuesBody::begin()
{
    m_isInRow = false;
    m_json.StartObject();
    m_json.Key("values");
    m_json.StartArray();
}

void ValuesBody::beginRow()
{
    if (m_isInRow)
        m_json.EndArray();
    m_isInRow = true;
    m_json.StartArray();
}

void ValuesBody::add(const Sheet::Cell &cell)
{
    m_json.cell(cell);
}

qint64 ValuesBody::size() const
{
    return m_json.size() + (m_isInRow ? rowEndSize : 0) + endSize;
}

QByteArray ValuesBody::take()
{
    if (m_isInRow)
        m_json.EndArray();
    m_json.EndArray();
    m_json.EndObject();
    QByteArray taken = m_json.take();
    begin();
    return taken;
}

QByteArray ValuesBody::clearBody()
{
    return ValuesBody().take();
}

} // namespace Workiva
