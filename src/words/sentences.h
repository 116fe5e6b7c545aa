#pragma once

#include <QString>

namespace Words {

// What happened, and what to do next.
struct Sentences
{
    QString message;
    QString next;
};

} // namespace Words
