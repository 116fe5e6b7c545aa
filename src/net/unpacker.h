#pragma once

#include <QByteArray>

#include <functional>
#include <memory>

namespace Net {

// Unpacks a body with Content-Encoding gzip or deflate (RFC 9110, 8.4.1) while it arrives. Memory: one piece.
class Unpacker final
{
public:
    using Take = std::function<bool(QByteArrayView piece)>; // at most 256 KiB; false: stop

    [[nodiscard]] static bool understands(QByteArrayView contentEncoding);

    explicit Unpacker(QByteArrayView contentEncoding); // a supported one
    ~Unpacker();
    Q_DISABLE_COPY_MOVE(Unpacker)

    // Passes the unpacked bytes on. False if the input is damaged; true also if `take` stopped it.
    [[nodiscard]] bool feed(QByteArrayView packed, const Take &take);
    [[nodiscard]] bool isWhole() const; // the end was reached and its checksum is correct, or there was no input

private:
    class Stream;
    const bool m_isGzip;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_head; // the first bytes, until the format is known
    bool m_begun = false;
    bool m_whole = false;
};

} // namespace Net
