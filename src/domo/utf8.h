#pragma once

#include <QString>
#include <QStringDecoder>

#include <string_view>

namespace Domo {

// A text with the byte order mark that it may begin with, which QString::fromUtf8() would drop: amid a file it is data.
[[nodiscard]] inline QString fromUtf8(std::string_view text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(text.data(), qsizetype(text.size())));
}

} // namespace Domo
