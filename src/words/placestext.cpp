#include "words/placestext.h"

#include "words/line.h"
#include "words/shown.h"
#include "words/spoken.h"

namespace Words {

namespace {

using namespace Qt::StringLiterals;

using Writeback::Finding;

constexpr qsizetype maxRanges = 5;
constexpr qsizetype maxPointers = 3;

QString pointerText(const Finding::At &at)
{
    const QString row = number(at.row);
    const bool isLink = at.place == at.refersTo;
    const QString what = isLink ? at.place : Spoken::tr("%1, which refers to %2", "formula").arg(at.place, at.refersTo);
    return at.after.isEmpty()
        ? Spoken::tr("%1: row %2 has the key \"%3\" now, and none afterwards.").arg(what, row, shown(at.before))
        : Spoken::tr("%1: the key in row %2 changes from \"%3\" to \"%4\".")
              .arg(what, row, shown(at.before), shown(at.after));
}

} // namespace

QString placesText(const Finding &finding)
{
    QStringList ranges;
    for (const Finding::At &at : finding.places.first(std::min(maxRanges, finding.places.size())))
        ranges.append(at.place);
    const QString all = ranges.join(u", "_s);
    return finding.places.size() > maxRanges ? Spoken::tr("%1 and more", "ranges").arg(all) : all;
}

QString pointersText(const Finding &finding)
{
    QStringList sentences;
    for (const Finding::At &at : finding.places.first(std::min(maxPointers, finding.places.size())))
        sentences.append(pointerText(at));
    return sentences.join(u' ');
}

QString unreadText(Finding::Unread unread, const QString &checks)
{
    switch (unread) {
    case Finding::Unread::NotAsked: return {};
    case Finding::Unread::NoKey: return Spoken::tr("Not checked, because no key identifies the rows: %1.").arg(checks);
    case Finding::Unread::TooMuch:
        return Spoken::tr("Not checked, or not everywhere, because there are too many cells to read: %1.").arg(checks);
    case Finding::Unread::Failed:
        return Spoken::tr("Not checked, or not everywhere, because Workiva's answer could not be used: %1.")
            .arg(checks);
    case Finding::Unread::NotCounted:
        return Spoken::tr("Not checked, because Domo did not count the rows of the query: %1. Only the number of rows "
                          "in its reply proves that they are all.")
            .arg(checks);
    }
    Q_UNREACHABLE();
}

} // namespace Words
