#include "fuzz/fuzz.h"

#include "net/unpacker.h"

// Damaged or not, in pieces or at once: the output is the same, and never more than requested.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView coding = data[0] % 2 == 0 ? QByteArrayView("gzip") : QByteArrayView("deflate");
    const qsizetype step = 1 + data[1] % 64;
    const QByteArrayView packed(reinterpret_cast<const char *>(data + 2), qsizetype(size) - 2);
    constexpr qsizetype most = 1'000'000;

    QByteArray atOnce;
    const auto collect = [](QByteArray &to) {
        return [&to](QByteArrayView piece) {
            to.append(piece.data(), piece.size());
            return to.size() < most;
        };
    };
    Net::Unpacker whole(coding);
    const bool good = whole.feed(packed, collect(atOnce));
    FUZZ_CHECK(atOnce.size() < most + 256 * 1024);
    if (atOnce.size() >= most)
        return 0;

    QByteArray inPieces;
    Net::Unpacker piecewise(coding);
    bool goodSoFar = true;
    for (qsizetype at = 0; goodSoFar && at < packed.size(); at += step)
        goodSoFar = piecewise.feed(packed.sliced(at, std::min(step, packed.size() - at)), collect(inPieces));
    FUZZ_CHECK(goodSoFar == good);
    FUZZ_CHECK(!good || (atOnce == inPieces && whole.isWhole() == piecewise.isWhole()));
    return 0;
}
