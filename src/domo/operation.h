#pragma once

#include "domo/failure.h"
#include "net/operation.h"

namespace Domo {

// An operation of the Domo API, with errors corrected by explained().
template <typename T> class Operation : public Net::Operation<T>
{
public:
    using Net::Operation<T>::Operation;

protected:
    [[nodiscard]] Core::Error failed(Core::Error error) const override { return explained(std::move(error)); }
};

} // namespace Domo
