#include "core/secret.h"

#include <string>

namespace Core {

void wipe(std::span<std::byte> bytes)
{
    volatile std::byte *at = bytes.data();
    for (size_t i = 0; i < bytes.size(); ++i)
        at[i] = std::byte{0};
}

Secret::Secret(const QString &text)
{
    if (text.isEmpty())
        return;
    const auto forget = [](std::u16string *gone) {
        wipe(std::as_writable_bytes(std::span(*gone)));
        delete gone;
    };
    m_text = std::shared_ptr<std::u16string>(new std::u16string(text.toStdU16String()), forget);
}

QString Secret::text() const
{
    return m_text ? QString::fromStdU16String(*m_text) : QString();
}

bool Secret::isEmpty() const
{
    return !m_text;
}

} // namespace Core
