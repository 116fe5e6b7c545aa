#pragma once

#include "net/job.h"

namespace Support {

// A job that ends when the test makes it.
template <typename T> class HeldJob final : public Net::JobWith<T>
{
public:
    using Net::JobWith<T>::finishWith;
    using Net::JobWith<T>::isRunning;

protected:
    void run() override { }
    void abort() override { }
};

} // namespace Support
