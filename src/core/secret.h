#pragma once

#include <QString>

#include <memory>
#include <span>

namespace Core {

// Overwrites memory in a way that is not optimized away. Pure.
void wipe(std::span<std::byte> bytes);

// A secret in memory, never logged. Copies share its bytes, which are overwritten with the last copy. The caller owns
// the result of text(), which is not overwritten. Any thread.
class Secret
{
public:
    Secret() = default;
    explicit Secret(const QString &text);

    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isEmpty() const;

    friend bool operator==(const Secret &a, const Secret &b) { return a.text() == b.text(); }

private:
    std::shared_ptr<const std::u16string> m_text; // null if empty
};

} // namespace Core
