#include "words/shapingtext.h"

#include "words/spoken.h"

namespace Words {

Sentences shapingWords(const Sheet::ShapingFault &fault, const QString &subject)
{
    using Reason = Sheet::ShapingFault::Reason;
    switch (fault.reason) {
    case Reason::NoSuchColumn:
        return {Spoken::tr("The data has no column \"%1\".").arg(subject),
                Spoken::tr("Use the column's name exactly as it is in Domo, or in the SQL. If it was renamed or "
                           "removed there, change "
                           "the choice of columns.")};
    case Reason::SeveralSuchColumns:
        return {Spoken::tr("The data has more than one column \"%1\".").arg(subject),
                Spoken::tr("Rename one of them in Domo, or in the SQL.")};
    case Reason::RepeatedColumn:
        return {Spoken::tr("\"%1\" is given more than once.").arg(subject), Spoken::tr("Give it once.")};
    case Reason::NotWritten:
        return {Spoken::tr("The column \"%1\" is not among those to be written, but it is said how to write it.")
                    .arg(subject),
                Spoken::tr("Add it to the chosen columns, or leave out what is said of it.")};
    case Reason::SameName:
        return {Spoken::tr("Two columns would have the name \"%1\".").arg(subject),
                Spoken::tr("Choose another new name.")};
    case Reason::NothingLeft:
        return {Spoken::tr("No column is left to be written."), Spoken::tr("Choose at least one column.")};
    case Reason::RoundedText:
        return {Spoken::tr("The column \"%1\" has no numbers that could be rounded.").arg(subject),
                Spoken::tr("Write it as numbers, or do not round it.")};
    case Reason::OldValueOfNoRow:
        return {Spoken::tr("Old values can only be kept by the update method upsert, not by %1: only its keys tell "
                           "which row an old value belongs to.")
                    .arg(subject),
                Spoken::tr("Choose that method, or clear the cells.")};
    }
    Q_UNREACHABLE();
}

} // namespace Words
