#include "cli/table.h"

#include "words/shown.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

constexpr qsizetype maxOfACell = 1'000; // characters

} // namespace

QString tableText(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], Words::shown(row[column], maxOfACell).size());
    }
    QStringList lines;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column)
            line += Words::shown(row[column], maxOfACell).leftJustified(widths[column] + 2);
        while (line.endsWith(u' '))
            line.chop(1);
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace Cli
