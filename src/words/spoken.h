#pragma once

#include <QCoreApplication>
#include <QLocale>

namespace Words {

// The translation context of every sentence in this folder: Spoken::tr("…").
struct Spoken
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

// In the reader's locale; the command line sets English as the default.
[[nodiscard]] inline QString number(qint64 value)
{
    return QLocale().toString(value);
}

} // namespace Words
