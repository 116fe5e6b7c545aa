#include "words/savedtext.h"

#include "words/shown.h"
#include "words/spoken.h"

namespace Words {

QString setAsideText(const QString &path)
{
    return Spoken::tr("A saved file could not be read and was renamed. Restore it from a backup, or create its "
                      "writeback or account again: %1")
        .arg(shown(path));
}

QString unreadableText(const QString &path)
{
    return Spoken::tr("A saved file could not be read and was left unchanged: %1").arg(shown(path));
}

QString laterAccountText(const QString &name)
{
    return Spoken::tr("The account \"%1\" was saved by a later version of this program. This version cannot use it and "
                      "leaves it unchanged.")
        .arg(shown(name));
}

QString laterWritebackText()
{
    return Spoken::tr("This writeback was saved by a later version of this program. This version cannot run or edit it "
                      "and leaves it unchanged. Update this program to use it.");
}

Line laterVersionName()
{
    return {Tone::Warning, Spoken::tr("Saved by a later version")};
}

} // namespace Words
