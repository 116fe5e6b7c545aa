#pragma once

#include <QCoreApplication>
#include <QLocale>

namespace Words {

// The translation context of every sentence in this folder: Spoken::tr("…").
struct Spoken
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

// As the reader's country writes it; the command line, which speaks English alone, has set that as the default.
[[nodiscard]] inline QString number(qint64 value)
{
    return QLocale().toString(value);
}

} // namespace Words
