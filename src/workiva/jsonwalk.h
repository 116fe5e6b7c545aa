#pragma once

#include "core/result.h"
#include "workiva/replytext.h"

#include <span>

namespace Workiva {

// A step from an object or array to one of its children: a member's key, or, if there is no key, an element's index.
struct JsonStep
{
    std::string_view key{};
    qsizetype index = -1;
};

using JsonPath = std::span<const JsonStep>; // from the root

// Receives the parts of a JSON text in their order. Keys and texts are valid as long as the reply. Returning false ends
// the walk.
class JsonVisitor
{
public:
    JsonVisitor() = default;
    virtual ~JsonVisitor() = default;
    Q_DISABLE_COPY_MOVE(JsonVisitor)

    virtual bool value(JsonPath path, const Sheet::Cell &value) = 0; // null is Empty, a number keeps its digits
    virtual bool opened(JsonPath path, bool isArray) = 0;
    virtual void closed(JsonPath path) = 0;
};

// Walks a reply in one streaming pass, for replies with too many cells for a document tree. Invalid JSON, more than 64
// levels, or a value rejected by the visitor is BadReply with the path ("$.data.cells[3][7]").
[[nodiscard]] Core::Result<void> walkJson(ReplyText &reply, JsonVisitor &visitor);

// The key or index of a path's step at a depth; an empty key and -1 if the path is shorter.
[[nodiscard]] std::string_view keyAt(JsonPath path, size_t depth);
[[nodiscard]] qsizetype indexAt(JsonPath path, size_t depth);

// A number cell as an int; nothing if it is not an integer.
[[nodiscard]] std::optional<int> integerOf(const Sheet::Cell &value);

} // namespace Workiva
