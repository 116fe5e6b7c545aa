#include "workiva/bodywriter.h"

namespace Workiva {

void BodyWriter::cell(Sheet::Cell cell)
{
    const char *text = cell.text.empty() ? "" : cell.text.data();
    const auto length = rapidjson::SizeType(cell.text.size());
    switch (cell.kind) {
    case Sheet::CellKind::Keep:
    case Sheet::CellKind::Unreadable: Null(); break;
    case Sheet::CellKind::Empty: String("", 0); break;
    case Sheet::CellKind::Number:
    case Sheet::CellKind::Boolean: RawValue(text, length, rapidjson::kNumberType); break;
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

} // namespace Workiva
