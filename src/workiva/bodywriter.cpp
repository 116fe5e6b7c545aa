#include "workiva/bodywriter.h"

#include <algorithm>

namespace Workiva {

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
    QByteArray taken(m_json.GetString(), qsizetype(m_json.GetSize()));
    m_json.Clear();
    m_json.ShrinkToFit();
    Reset(m_json);
    return taken;
}

// Like RawValue(), but copies in one piece instead of byte by byte.
void BodyWriter::raw(std::string_view json)
{
    Prefix(rapidjson::kNumberType);
    std::ranges::copy(json, os_->Push(json.size()));
}

} // namespace Workiva
