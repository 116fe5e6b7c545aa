#pragma once

#include <QByteArray>

#include <functional>
#include <memory>

namespace Net {

// Unpacks a body with Content-Encoding gzip or deflate (RFC 9110, 8.4.1) while it arrives. Memory: the pieces.
class Unpacker final
{
public:
    using Take = std::function<bool(QByteArrayView piece)>; // at most 256 KiB; false: no more, please

    [[nodiscard]] static bool understands(QByteArrayView contentEncoding);

    explicit Unpacker(QByteArrayView contentEncoding); // one that is understood
    ~Unpacker();
    Q_DISABLE_COPY_MOVE(Unpacker)

    // Hands on what the bytes hold. False when they are damaged; true also when `take` wanted no more.
    [[nodiscard]] bool feed(QByteArrayView packed, const Take &take);
    [[nodiscard]] bool isWhole() const; // the end came, and its checksum was right; or nothing at all

private:
    class Stream;
    const bool m_isGzip;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_head; // the first bytes, until they tell which of the formats it is
    bool m_begun = false;
    bool m_whole = false;
};

} // namespace Net
