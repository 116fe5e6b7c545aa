#include "ui/help/guide.h"

using namespace Qt::StringLiterals;

namespace Ui {

QStringList sectionsOutsideOfGuide()
{
    return {u"Two commands"_s, u"Measured"_s, u"More"_s};
}

QString guideOf(const QString &readme)
{
    const QStringList outside = sectionsOutsideOfGuide();
    const QString mark = u"## "_s;
    QStringList kept;
    bool isKept = true;
    const QStringList lines = readme.split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(mark))
            isKept = !outside.contains(line.mid(mark.size()).trimmed());
        if (isKept)
            kept.append(line);
    }
    return kept.join(u'\n');
}

} // namespace Ui
