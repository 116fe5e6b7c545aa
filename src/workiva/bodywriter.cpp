#include "workiva/bodywriter.h"

#include <algorithm>
#include <utility>

namespace Workiva {

void BodyBytes::grow(size_t bytes)
{
    const qsizetype written = size();
    m_bytes.resize(std::max(written + qsizetype(bytes), m_bytes.size() * 3 / 2));
    m_at = m_bytes.data() + written;
    m_end = m_bytes.data() + m_bytes.size();
}

QByteArray BodyBytes::take()
{
    m_bytes.resize(size());
    m_bytes.squeeze();
    QByteArray taken = std::exchange(m_bytes, {});
    m_at = m_end = m_bytes.data();
    return taken;
}

void BodyWriter::cell(const Sheet::Cell &cell)
{
    const char *text = cell.text.empty() ? "" : cell.text.data();
    const auto length = rapidjson::SizeType(cell.text.size());
    switch (cell.kind) {
    case Sheet::CellKind::Keep:
    case Sheet::CellKind::Unreadable: Null(); break;
    case Sheet::CellKind::Empty: String("", 0); break;
    case Sheet::CellKind::Number:
    case Sheet::CellKind::Boolean: raw(cell.text); break;
    case Sheet::CellKind::Text:
    case Sheet::CellKind::Formula: String(text, length); break;
    }
}

QByteArray BodyWriter::take()
{
    QByteArray taken = m_json.take();
    Reset(m_json);
    return taken;
}

// Like RawValue(), but copies in one piece instead of byte by byte.
void BodyWriter::raw(std::string_view json)
{
    Prefix(rapidjson::kNumberType);
    std::ranges::copy(json, os_->push(json.size()));
}

} // namespace Workiva
