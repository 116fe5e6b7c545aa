#include "words/batchtext.h"

#include "words/spoken.h"
#include "words/statetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Words {

namespace {

// What needs attention most.
Tone worse(Tone one, Tone other)
{
    constexpr auto weight = [](Tone tone) {
        switch (tone) {
        case Tone::Ok: return 0;
        case Tone::Note:
        case Tone::Waiting: return 1;
        case Tone::Warning: return 2;
        case Tone::Error: return 3;
        }
        Q_UNREACHABLE();
    };
    return weight(one) < weight(other) ? other : one;
}

} // namespace

Line batchLine(const QList<Writeback::State> &ends)
{
    Tone tone = Tone::Ok;
    QStringList parts{ends.size() == 1 ? Spoken::tr("1 run has ended.")
                                       : Spoken::tr("%1 runs have ended.").arg(number(ends.size()))};
    for (int each = 0; each <= int(Writeback::lastState); ++each) {
        const auto state = Writeback::State(each);
        const qint64 count = ends.count(state);
        if (count == 0)
            continue;
        const QString name = Writeback::name(state);
        tone = worse(tone, stateTone(name));
        parts.append(Spoken::tr("%1: %2.").arg(stateName(name), number(count)));
    }
    return {tone, parts.join(u' ')};
}

} // namespace Words
