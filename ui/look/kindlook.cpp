#include "ui/look/kindlook.h"

namespace Ui {

ChipLook kindLook(Review::Kind kind, const QPalette &palette)
{
    using Review::Kind;
    using Words::Tone;
    switch (kind) {
    case Kind::Edited: return {Icon::Warning, toneColors(Tone::Error, palette)};
    case Kind::Changed: return {Icon::Edit, toneColors(Tone::Warning, palette)};
    case Kind::New: return {Icon::Add, toneColors(Tone::Ok, palette)};
    case Kind::Cleared: return {Icon::Cross, toneColors(Tone::Error, palette)};
    case Kind::Moved: return {Icon::Forward, toneColors(Tone::Waiting, palette)};
    case Kind::FormulaLost:
    case Kind::FormulaKept: return {Icon::Formula, formulaColors(palette)};
    case Kind::LeftAlone: return {Icon::Lock, toneColors(Tone::Note, palette)};
    case Kind::Equal: return {Icon::Check, toneColors(Tone::Note, palette)};
    }
    Q_UNREACHABLE();
}

} // namespace Ui
