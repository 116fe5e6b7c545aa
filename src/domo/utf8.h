#pragma once

#include <QString>
#include <QStringDecoder>

#include <string_view>

namespace Domo {

// Keeps a leading byte order mark, which QString::fromUtf8() would drop: inside a file it is data.
[[nodiscard]] inline QString fromUtf8(std::string_view text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(text.data(), qsizetype(text.size())));
}

} // namespace Domo
