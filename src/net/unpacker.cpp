#include "net/unpacker.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <vector>

namespace Net {

namespace {

constexpr size_t pieceSize = size_t(256) * 1024;

// RFC 1950, 2.2. Servers use the name deflate for this format and for the raw data.
bool isZlib(QByteArrayView bytes)
{
    return (uchar(bytes[0]) & 0x0f) == Z_DEFLATED && (uchar(bytes[0]) * 256 + uchar(bytes[1])) % 31 == 0;
}

} // namespace

class Unpacker::Stream
{
public:
    explicit Stream(int windowBits) : m_good(inflateInit2(&m_z, windowBits) == Z_OK) { }
    ~Stream() { inflateEnd(&m_z); }
    Q_DISABLE_COPY_MOVE(Stream)

    enum class Outcome { More, End, Stopped, Damaged };

    // Removes the consumed part from `packed`.
    Outcome run(QByteArrayView &packed, const Take &take)
    {
        if (!m_good)
            return Outcome::Damaged;
        // zlib does not modify its input.
        m_z.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(packed.data()));
        m_z.avail_in = uInt(packed.size());
        for (;;) {
            m_z.next_out = m_piece.data();
            m_z.avail_out = uInt(m_piece.size());
            const int result = inflate(&m_z, Z_NO_FLUSH);
            packed = packed.last(qsizetype(m_z.avail_in));
            if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
                return Outcome::Damaged;
            const qsizetype size = qsizetype(m_piece.size() - m_z.avail_out);
            if (size > 0 && !take(QByteArrayView(m_piece.data(), size)))
                return Outcome::Stopped;
            if (result == Z_STREAM_END)
                return Outcome::End;
            if (m_z.avail_out > 0)
                return Outcome::More; // all of the input was consumed
        }
    }

    void reset() { m_good = m_good && inflateReset(&m_z) == Z_OK; }

private:
    z_stream m_z{};
    bool m_good;
    std::vector<Bytef> m_piece = std::vector<Bytef>(pieceSize);
};

Unpacker::Unpacker(QByteArrayView contentEncoding)
    : m_isGzip(contentEncoding.trimmed().compare("deflate", Qt::CaseInsensitive) != 0)
{
}

Unpacker::~Unpacker() = default;

bool Unpacker::understands(QByteArrayView contentEncoding)
{
    return std::ranges::any_of(std::array{"gzip", "x-gzip", "deflate"}, [contentEncoding](const char *name) {
        return contentEncoding.trimmed().compare(name, Qt::CaseInsensitive) == 0;
    });
}

bool Unpacker::feed(QByteArrayView packed, const Take &take)
{
    QByteArray joined;
    if (!m_stream) {
        joined = m_head + packed.toByteArray();
        m_begun = !joined.isEmpty();
        if (joined.size() < 2) {
            m_head = joined;
            return true;
        }
        const int bare = -MAX_WBITS;
        const int gzip = MAX_WBITS + 16;
        m_stream = std::make_unique<Stream>(m_isGzip ? gzip : isZlib(joined) ? MAX_WBITS : bare);
        packed = joined;
    }
    while (!packed.isEmpty()) {
        if (m_whole) { // another member (RFC 1952, 2.2), or padding
            if (packed[0] == '\0') {
                packed = packed.sliced(1);
                continue;
            }
            if (uchar(packed[0]) != 0x1f)
                return false;
            m_stream->reset();
            m_whole = false;
        }
        switch (m_stream->run(packed, take)) {
        case Stream::Outcome::More:
        case Stream::Outcome::Stopped: return true;
        case Stream::Outcome::Damaged: return false;
        case Stream::Outcome::End: m_whole = true; break;
        }
    }
    return true;
}

bool Unpacker::isWhole() const
{
    return m_whole || !m_begun;
}

} // namespace Net
