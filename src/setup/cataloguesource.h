#pragma once

#include "setup/catalogue.h"
#include "setup/search.h"

namespace Setup {

// Where a search asks: the catalogue, which is borrowed and may go at any time; nowhere without one.
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
