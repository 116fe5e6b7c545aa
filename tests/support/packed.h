#pragma once

#include <QByteArray>

#include <zlib.h>

namespace Support {

// A body compressed by zlib itself. For tests that link zlib.
enum class Packing { Gzip, Zlib, Bare };

[[nodiscard]] inline QByteArray packed(const QByteArray &bytes, Packing packing = Packing::Gzip)
{
    const int bits = packing == Packing::Gzip ? MAX_WBITS + 16 : packing == Packing::Zlib ? MAX_WBITS : -MAX_WBITS;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))), '\0');
    stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(bytes.constData())); // zlib does not modify it
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

} // namespace Support
