#pragma once

#include "setup/catalogue.h"
#include "setup/search.h"

namespace Setup {

// The source of a search: the catalogue, which is borrowed and may be destroyed at any time; none without a catalogue.
template <typename Found>
[[nodiscard]] typename SearchFor<Found>::Source
sourceOf(Catalogue *catalogue, void (Catalogue::*ask)(const QString &, Catalogue::Answer<Found>))
{
    if (!catalogue)
        return {};
    return [borrowed = QPointer(catalogue), ask](const QString &question, const Catalogue::Answer<Found> &answer) {
        if (borrowed)
            (borrowed->*ask)(question, answer);
    };
}

template <typename Found>
[[nodiscard]] typename SearchFor<Found>::Source sourceOf(Catalogue *catalogue,
                                                         void (Catalogue::*ask)(Catalogue::Answer<Found>))
{
    if (!catalogue)
        return {};
    return [borrowed = QPointer(catalogue), ask](const QString &, const Catalogue::Answer<Found> &answer) {
        if (borrowed)
            (borrowed->*ask)(answer);
    };
}

} // namespace Setup
