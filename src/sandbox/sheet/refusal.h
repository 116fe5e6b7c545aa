#pragma once

#include "core/result.h"

#include <QString>

namespace Sandbox {

// Why the Workiva side rejects a request, for its error format.
struct Refusal
{
    int status = 400;
    QString message{};
    QString target{}; // the invalid parameter or member
};

template <typename T> using Accepted = Core::Result<T, Refusal>;

[[nodiscard]] inline Core::Unexpected<Refusal> refuse(int status, QString message, QString target = {})
{
    return Core::Unexpected<Refusal>(Refusal{status, std::move(message), std::move(target)});
}

} // namespace Sandbox
