#pragma once

#include <memory>

namespace Net {

// Deletes a job, or another QObject that says whether it isFinished().
struct DeleteLater
{
    DeleteLater() = default;
    template <typename T> DeleteLater(const std::default_delete<T> &) { } // of std::make_unique()

    template <typename T> void operator()(T *object) const
    {
        if (object->isFinished())
            object->deleteLater();
        else
            delete object;
    }
};

// Owns a job, and may let go of it at any time. What is finished is deleted at the next turn of the event loop, because
// its owner lets go of it in its signal, and a sender is not deleted in its own signal. What is not finished is deleted
// at once, which stops it: nothing is under way, and nothing is signalled any more when reset() returns.
template <typename T> using LaterPtr = std::unique_ptr<T, DeleteLater>;

} // namespace Net
