#pragma once

namespace Core {

// Cause of an Error about what is stored: a later version of this program wrote it, and this one does not understand
// it. It is left as it is.
struct LaterVersion
{
    friend bool operator==(const LaterVersion &, const LaterVersion &) = default;
};

} // namespace Core
