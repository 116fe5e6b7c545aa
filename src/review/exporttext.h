#pragma once

#include "review/changes.h"

#include <array>
#include <variant>

namespace Review {

// What an exported file says in words: in the language of its readers, whom this layer does not know.
struct ExportText
{
    struct Fact
    {
        QString name;
        std::variant<QString, qint64> value;
    };

    QString summary; // name of the first sheet
    QList<Fact> facts; // what was compared, and how many cells would change
    QString findingsHeading;
    QStringList findings; // one sentence each

    QString changes; // name of the sheet of changes; further ones get a number
    QString cell; // headings
    QString column;
    QString kind;
    QString before;
    QString after;
    QString difference;
    QString left; // by the last verified run, in cells that were edited since
    QString leftEmpty; // instead of a blank one: nothing stands for what is not known
    std::array<QString, size_t(Change::lastKind) + 1> kinds;

    QString unknownSum; // instead of one that is not known
    QString cutTexts; // name of the number of texts that were too long for a cell of the file
};

} // namespace Review
