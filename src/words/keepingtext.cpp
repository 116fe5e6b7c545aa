#include "words/keepingtext.h"

#include "core/laterversion.h"
#include "words/shown.h"
#include "words/spoken.h"

namespace Words {

QString keptInMemoryText(const Core::Error &error)
{
    return Spoken::tr("The folder %1 cannot be written. The history of runs is kept in memory and is gone when this "
                      "program ends; the next one will not know what a run has left under way.")
        .arg(shown(error.subject));
}

QString historyUnusableText(const Core::Error &error)
{
    if (error.cause.as<Core::LaterVersion>())
        return Spoken::tr("The history of runs was written by a later version of this program, and without it no run "
                          "writes. Update this program, or use that version: %1")
            .arg(shown(error.subject));
    return Spoken::tr("The history of runs cannot be used, and without it no run writes: %1 (%2)")
        .arg(shown(error.subject), shown(error.detail));
}

QString historySetAsideText(const QString &path)
{
    return Spoken::tr("The history of runs was damaged. It was set aside as %1, and a new one has begun: it does not "
                      "know how earlier runs ended, nor whether one of them left something under way.")
        .arg(shown(path));
}

QString notRecordedText(const Core::Error &error)
{
    return Spoken::tr("How a run ended could not be written into the history %1.").arg(shown(error.subject));
}

} // namespace Words
