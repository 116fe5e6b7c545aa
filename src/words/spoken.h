#pragma once

#include <QCoreApplication>

namespace Words {

// The translation context of every sentence in this folder: Spoken::tr("…").
struct Spoken
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace Words
