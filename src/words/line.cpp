#include "words/line.h"

#include "words/spoken.h"

namespace Words {

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Note: return {};
    case Tone::Ok: return Spoken::tr("OK");
    case Tone::Warning: return Spoken::tr("Warning");
    case Tone::Error: return Spoken::tr("Error");
    case Tone::Waiting: return Spoken::tr("In progress");
    }
    Q_UNREACHABLE();
}

} // namespace Words
