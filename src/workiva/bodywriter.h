#pragma once

#include "sheet/cell.h"

#include <QByteArray>

#include <rapidjson/writer.h>

namespace Workiva {

// Where RapidJSON writes a body of up to 9.5 MB: memory that is handed over without a copy, which would double the
// peak.
class BodyBytes
{
    Q_DISABLE_COPY_MOVE(BodyBytes)

public:
    BodyBytes() = default;

    // As RapidJSON requires; it reserves before putUnreserved().
    using Ch = char;
    void Put(char byte) { *push(1) = byte; }
    void Flush() { }

    void reserve(size_t bytes)
    {
        if (size_t(m_end - m_at) < bytes)
            grow(bytes);
    }
    void putUnreserved(char byte) { *m_at++ = byte; }
    [[nodiscard]] char *push(size_t bytes) // for so many that follow
    {
        reserve(bytes);
        m_at += bytes;
        return m_at - bytes;
    }

    [[nodiscard]] qsizetype size() const { return m_at - m_bytes.constData(); }
    [[nodiscard]] QByteArray take(); // and begins anew

private:
    void grow(size_t bytes);

    QByteArray m_bytes; // its bytes from m_at on are uninitialized
    char *m_at = m_bytes.data();
    char *m_end = m_at;
};

inline void PutReserve(BodyBytes &bytes, size_t count)
{
    bytes.reserve(count);
}

inline void PutUnsafe(BodyBytes &bytes, char byte)
{
    bytes.putUnreserved(byte);
}

// The JSON body of a request, written piece by piece: RapidJSON's writer, which escapes and adds commas, plus cells.
// One thread.
class BodyWriter final : public rapidjson::Writer<BodyBytes>
{
    Q_DISABLE_COPY_MOVE(BodyWriter)

public:
    BodyWriter() { Reset(m_json); }

    void reserve(qint64 bytes) { m_json.reserve(size_t(bytes)); } // of all that follows, which is not copied then

    // Writes a cell as the value that produces it (values API): Keep is null, which leaves the cell unchanged, and so
    // is an Unreadable cell; a blank cell is "", which clears it; a number keeps its digits; a formula is its text.
    // Text must be valid UTF-8.
    void cell(const Sheet::Cell &cell);

    [[nodiscard]] qint64 size() const { return m_json.size(); } // in bytes, so far
    [[nodiscard]] QByteArray take(); // the complete document; resets the writer

private:
    void raw(std::string_view json);

    BodyBytes m_json;
};

} // namespace Workiva
