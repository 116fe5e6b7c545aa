#pragma once

#include "core/jsonreader.h"
#include "core/laterversion.h"

#include <optional>

namespace Profiles {

// The value that a word of a stored document stands for. A text that stands for none was written by a later version:
// BadFile with the cause Core::LaterVersion. Anything else than a text is an error of the document, and the value
// means nothing.
template <typename Value>
[[nodiscard]] Core::Result<Value> knownWord(const Core::JsonReader &word,
                                            std::optional<Value> (*named)(const QString &))
{
    const auto value = named(word.string());
    if (!value && word.value().isString())
        return Core::fail(Core::ErrorKind::BadFile, word.path(), word.string(), Core::LaterVersion{});
    return value.value_or(Value());
}

} // namespace Profiles
