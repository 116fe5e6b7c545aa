#include "words/pasttext.h"

#include "words/errortext.h"
#include "words/recordtext.h"
#include "words/turntext.h"
#include "words/whentext.h"

namespace Words {

Line pastState(const History::PastEntry &entry)
{
    return entry.run() ? recordState(*entry.run()) : noteName(entry.note()->what);
}

Line pastLine(const History::PastEntry &entry)
{
    return entry.run() ? pastRunLine(pastRunOf(*entry.run())) : noteName(entry.note()->what);
}

Line pastExplanation(const History::PastEntry &entry, const QDateTime &now)
{
    const History::RunRecord *run = entry.run();
    if (!run)
        return noteLine(*entry.note(), now);
    Line line = recordExplanation(*run);
    if (const QString quote = run->error ? errorText(*run->error).quote : QString(); !quote.isEmpty())
        line.text += u'\n' + quote;
    return line;
}

QString pastDetails(const History::PastEntry &entry, const QDateTime &now)
{
    if (entry.run())
        return recordDetails(*entry.run());
    // Whoever reads it later does not know which day "today" was.
    const QStringList lines{entry.writeback, exactTimeText(entry.when()), noteLine(*entry.note(), now).text};
    return lines.join(u'\n');
}

} // namespace Words
