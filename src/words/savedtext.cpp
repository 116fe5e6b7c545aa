#include "words/savedtext.h"

#include "words/shown.h"
#include "words/spoken.h"

namespace Words {

QString setAsideText(const QString &path)
{
    return Spoken::tr("A saved file made no sense and was set aside; restore it from a backup, or set its writeback up "
                      "again: %1")
        .arg(shown(path));
}

QString unreadableText(const QString &path)
{
    return Spoken::tr("A saved file could not be read and was left alone: %1").arg(shown(path));
}

QString laterAccountText(const QString &name)
{
    return Spoken::tr("The account \"%1\" was saved by a later version of this program. This version cannot use it and "
                      "leaves it as it is.")
        .arg(shown(name));
}

QString laterWritebackText()
{
    return Spoken::tr("This writeback was saved by a later version of this program. This version cannot run or edit it "
                      "and leaves it as it is. Update the program to use it.");
}

QString laterVersionName()
{
    return Spoken::tr("Written by a later version");
}

} // namespace Words
