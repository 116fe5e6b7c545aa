#pragma once

#include <QString>

namespace Words {

// What a line means for its reader. Whoever shows it chooses symbol and colour.
enum class Tone {
    Note,
    Ok,
    Warning, // the reader should look at it, or decide something
    Error,
    Waiting, // under way
};

[[nodiscard]] QString toneName(Tone tone); // for screen readers: "Error"; empty for a note

// One statement, for a list, a status or a message.
struct Line
{
    Tone tone = Tone::Note;
    QString text{};

    friend bool operator==(const Line &, const Line &) = default;
};

} // namespace Words
