#pragma once

#include <QByteArray>

namespace Support {

// Bytes that reveal missing, repeated or moved parts; only letters.
[[nodiscard]] inline QByteArray patterned(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char('a' + i % 23 + i / 7 % 3);
    return bytes;
}

} // namespace Support
