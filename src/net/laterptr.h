#pragma once

#include <memory>

namespace Net {

// Deletes a job, or another QObject with isFinished().
struct DeleteLater
{
    DeleteLater() = default;
    template <typename T> DeleteLater(const std::default_delete<T> &) { } // for std::make_unique()

    template <typename T> void operator()(T *object) const
    {
        if (object->isFinished())
            object->deleteLater();
        else
            delete object;
    }
};

// Owns a job and can release it at any time. A finished job is deleted from the event loop, because its owner releases
// it in its own signal, where the sender must not be deleted. A job that has not finished is deleted at once, which
// stops it: when reset() returns, nothing is under way and nothing will be signalled.
template <typename T> using LaterPtr = std::unique_ptr<T, DeleteLater>;

} // namespace Net
