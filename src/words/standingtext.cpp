#include "words/standingtext.h"

#include "words/recordtext.h"
#include "words/spoken.h"

namespace Words {

Line standingLine(const std::optional<Runs::Standing> &standing)
{
    if (!standing)
        return {Tone::Warning, Spoken::tr("Run history not readable")};
    if (!standing->last)
        return {Tone::Note, Spoken::tr("Never run")};
    if (standing->isOutdated())
        return {Tone::Note, Spoken::tr("Changed since the last run")};
    if (standing->overwritten)
        return {Tone::Note, Spoken::tr("Changed by another run")};
    const Line state = recordState(*standing->last);
    return standing->isUnknownSinceEarlier() ? Line{Tone::Error, Spoken::tr("%1; sheet state unknown").arg(state.text)}
                                             : state;
}

WritebackKind restingKind(const Profiles::Profile &profile, const Line &state)
{
    if (profile.archived)
        return WritebackKind::Archived;
    switch (state.tone) {
    case Tone::Note: return WritebackKind::NotRun;
    case Tone::Ok: return WritebackKind::Verified;
    case Tone::Waiting: return WritebackKind::Running; // in another program
    case Tone::Warning:
    case Tone::Error: return WritebackKind::NeedsYou;
    }
    Q_UNREACHABLE();
}

} // namespace Words
