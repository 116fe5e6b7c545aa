#include "notices/notification.h"

#include "core/redaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Notices {

namespace {

constexpr qsizetype maxNotification = 400; // characters

// Cut between words where there are any, and never within a character.
QString beginningOf(const QString &text)
{
    if (text.size() <= maxNotification)
        return text;
    QString begin = text.left(maxNotification);
    if (const qsizetype space = begin.lastIndexOf(u' '); space > 0)
        begin.truncate(space);
    else if (begin.back().isHighSurrogate())
        begin.chop(1);
    return begin + u'…';
}

} // namespace

Notification notificationOf(const Message &message)
{
    const Text &text = message.text;
    QStringList lines = text.body.section(u"\n\n"_s, 0, 0).split(u'\n');
    if (lines.first() == text.subject + u'.')
        lines.removeFirst();
    std::ranges::transform(lines, lines.begin(), Core::plainLine);
    const bool isWell =
        std::ranges::all_of(message.changes, [](const Change &change) { return change.now.kind == Kind::Well; });
    return {.summary = Core::plainLine(text.subject),
            .body = beginningOf(lines.join(u'\n')).toHtmlEscaped(),
            .stays = !isWell};
}

} // namespace Notices
