#pragma once

#include "sheet/cell.h"

#include <QByteArray>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace Workiva {

// The JSON body of a request, written piece by piece: RapidJSON's writer, which escapes and adds commas, plus cells.
// One thread.
class BodyWriter final : public rapidjson::Writer<rapidjson::StringBuffer>
{
    Q_DISABLE_COPY_MOVE(BodyWriter)

public:
    BodyWriter() { Reset(m_json); }

    // Writes a cell as the value that produces it (values API): Keep is null, which leaves the cell unchanged, and so
    // is an Unreadable cell; a blank cell is "", which clears it; a number keeps its digits; a formula is its text.
    // Text must be valid UTF-8.
    void cell(const Sheet::Cell &cell);

    [[nodiscard]] qint64 size() const { return qint64(m_json.GetSize()); } // in bytes, so far
    [[nodiscard]] QByteArray take(); // the complete document; resets the writer

private:
    void raw(std::string_view json);

    rapidjson::StringBuffer m_json;
};

} // namespace Workiva
