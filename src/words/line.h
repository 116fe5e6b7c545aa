#pragma once

#include <QString>

namespace Words {

// The meaning of a line. Whoever displays it chooses symbol and colour.
enum class Tone {
    Note,
    Ok,
    Warning, // needs attention or a decision
    Error,
    Waiting, // in progress
};

[[nodiscard]] QString toneName(Tone tone); // for screen readers: "Error"; empty for a note

// One statement for a list, a status or a message.
struct Line
{
    Tone tone = Tone::Note;
    QString text{};

    friend bool operator==(const Line &, const Line &) = default;
};

} // namespace Words
