#pragma once

#include "core/result.h"
#include "workiva/replytext.h"

#include <span>

namespace Workiva {

// A step from an object or array to what is in it: a member's key, or (without one) an element's index.
struct JsonStep
{
    std::string_view key{};
    qsizetype index = -1;
};

using JsonPath = std::span<const JsonStep>; // from the root

// What a walk over JSON meets, in the order of the text. Keys and texts live as long as the reply. A refusal ends the
// walk.
class JsonVisitor
{
public:
    JsonVisitor() = default;
    virtual ~JsonVisitor() = default;
    Q_DISABLE_COPY_MOVE(JsonVisitor)

    virtual bool value(JsonPath path, const Sheet::Cell &value) = 0; // null is Empty, a number has its digits
    virtual bool opened(JsonPath path, bool isArray) = 0;
    virtual void closed(JsonPath path) = 0;
};

// Walks over a reply in one streaming pass, for replies with more cells than a document of values should hold. What is
// no JSON, nested deeper than 64 levels or refused by the visitor is BadReply with the place ("$.data.cells[3][7]").
[[nodiscard]] Core::Result<void> walkJson(ReplyText &reply, JsonVisitor &visitor);

// A step's key, or index, at a depth of a path; no key and -1 where the path is shorter.
[[nodiscard]] std::string_view keyAt(JsonPath path, size_t depth);
[[nodiscard]] qsizetype indexAt(JsonPath path, size_t depth);

// A cell's number as an int; nothing for what is none.
[[nodiscard]] std::optional<int> integerOf(const Sheet::Cell &value);

} // namespace Workiva
