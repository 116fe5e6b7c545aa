#pragma once

namespace Core {

// Cause of an Error: the stored data was written by a later version of this program and is not understood by this one.
// It is left untouched.
struct LaterVersion
{
    friend bool operator==(const LaterVersion &, const LaterVersion &) = default;
};

} // namespace Core
