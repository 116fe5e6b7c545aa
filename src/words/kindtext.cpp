#include "words/kindtext.h"

#include "words/spoken.h"

namespace Words {

QString writebacksText(int count)
{
    return count == 1 ? Spoken::tr("1 writeback") : Spoken::tr("%1 writebacks").arg(number(count));
}

QString kindText(WritebackKind kind, int count)
{
    const QString counted = number(count);
    switch (kind) {
    case WritebackKind::Verified: return Spoken::tr("%1 verified").arg(counted);
    case WritebackKind::NeedsYou:
        return count == 1 ? Spoken::tr("1 needs you") : Spoken::tr("%1 need you").arg(counted);
    case WritebackKind::Running: return Spoken::tr("%1 running").arg(counted);
    case WritebackKind::NotRun: return Spoken::tr("%1 to run").arg(counted);
    case WritebackKind::Archived: return Spoken::tr("%1 archived").arg(counted);
    }
    Q_UNREACHABLE();
}

Tone kindTone(WritebackKind kind)
{
    switch (kind) {
    case WritebackKind::Verified: return Tone::Ok;
    case WritebackKind::NeedsYou: return Tone::Warning;
    case WritebackKind::Running: return Tone::Waiting;
    case WritebackKind::NotRun:
    case WritebackKind::Archived: return Tone::Note;
    }
    Q_UNREACHABLE();
}

} // namespace Words
