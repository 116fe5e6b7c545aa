#pragma once

#include "core/result.h"

#include <QString>

namespace Sandbox {

// Why the Workiva side does not carry a request out, in the words of its error shape.
struct Refusal
{
    int status = 400;
    QString message{};
    QString target{}; // the parameter or member that is wrong
};

template <typename T> using Accepted = Core::Result<T, Refusal>;

[[nodiscard]] inline Core::Unexpected<Refusal> refuse(int status, QString message, QString target = {})
{
    return Core::Unexpected<Refusal>(Refusal{status, std::move(message), std::move(target)});
}

} // namespace Sandbox
