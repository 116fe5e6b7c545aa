#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace Sandbox {

// Why the Workiva side does not carry a request out, in the words of its error shape.
struct Refusal
{
    int status = 400;
    QString message{};
    QString target{}; // the parameter or member that is wrong
};

template <typename T> using Accepted = tl::expected<T, Refusal>;

[[nodiscard]] inline tl::unexpected<Refusal> refuse(int status, QString message, QString target = {})
{
    return tl::unexpected(Refusal{status, std::move(message), std::move(target)});
}

} // namespace Sandbox
