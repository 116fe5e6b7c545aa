#include "words/keepingtext.h"

#include "core/laterversion.h"
#include "words/shown.h"
#include "words/spoken.h"

namespace Words {

QString keptInMemoryText(const Core::Error &error)
{
    return Spoken::tr("The folder %1 is not writable. The run history is kept in memory and is lost when this program "
                      "ends; the next start will not know of changes that are still pending.")
        .arg(shown(error.subject));
}

QString historyUnusableText(const Core::Error &error)
{
    if (error.cause.as<Core::LaterVersion>())
        return Spoken::tr("The run history was written by a later version of this program, so runs cannot write. "
                          "Update this program, or use that version: %1")
            .arg(shown(error.subject));
    return Spoken::tr("The run history cannot be used, so runs cannot write: %1 (%2)")
        .arg(shown(error.subject), shown(error.detail));
}

QString historySetAsideText(const QString &path)
{
    return Spoken::tr("The run history was damaged. It was renamed to %1, and a new one was started. It does not know "
                      "how earlier runs ended, or whether any of their changes are still pending.")
        .arg(shown(path));
}

QString notRecordedText(const Core::Error &error)
{
    return Spoken::tr("The end of a run could not be recorded in the history %1.").arg(shown(error.subject));
}

} // namespace Words
