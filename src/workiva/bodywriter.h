#pragma once

#include "sheet/cell.h"

#include <QByteArray>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace Workiva {

// The JSON of a request's body, written piece by piece: RapidJSON's writer, which knows what has to be escaped and
// where a comma belongs, and cells. One thread.
class BodyWriter final : public rapidjson::Writer<rapidjson::StringBuffer>
{
    Q_DISABLE_COPY_MOVE(BodyWriter)

public:
    BodyWriter() { Reset(m_json); }

    // A cell as the value that makes it so (values API): Keep is null, which leaves the cell as it is, and so is what
    // could not be read; a blank is "", which empties it; a number goes digit for digit; a formula is its text. Text is
    // taken to be valid UTF-8.
    void cell(const Sheet::Cell &cell);

    [[nodiscard]] qint64 size() const { return qint64(m_json.GetSize()); } // bytes so far
    [[nodiscard]] QByteArray take(); // a whole document, and begins anew

private:
    void raw(std::string_view json);

    rapidjson::StringBuffer m_json;
};

} // namespace Workiva
