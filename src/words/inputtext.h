#pragma once

#include "core/result.h"

namespace Words {

// What is wrong with what a person gave, and what to do about it, where the error knows that beyond its kind
// (core/inputfault.h). Empty texts otherwise.
struct InputText
{
    QString message;
    QString next;
};

[[nodiscard]] InputText inputText(const Core::Error &error);

} // namespace Words
