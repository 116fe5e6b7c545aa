#pragma once

#include "support/http.h"
#include "writeback/runrequest.h"

#include <QJsonArray>
#include <QJsonValue>

#include <map>

namespace Support {

using namespace Qt::StringLiterals;

class SandboxProcess;

// What a sheet holds: its cells that are not blank, by row and column, 0-based.
using Cells = std::map<std::pair<int, int>, QJsonValue>;

using Rows = QList<QJsonArray>; // of values, from left to right

// Puts values into cells; null leaves what is there, "" empties it.
void place(Cells &cells, int row, int column, const Rows &rows);
void clear(Cells &cells, int row, int column, int lastRow, int lastColumn);

// Where two contents differ, for a test's message; empty when they are the same.
[[nodiscard]] QString difference(const Cells &held, const Cells &wanted);

// Looks into a sheet, and changes it, over HTTP and without any of the product's code: the second opinion on what a run
// says. Sees a sheet as it is, whatever quirks and faults say, and waits for what is still to be carried out when it
// has changed one.
class SheetProbe
{
public:
    explicit SheetProbe(const SandboxProcess &sandbox, const QString &spreadsheet = u"Scratch"_s,
                        const QString &sheet = u"Sheet1"_s);

    [[nodiscard]] Cells read(const QByteArray &style = "raw") const;
    [[nodiscard]] bool write(const QString &range, const Rows &rows) const; // waits until it is in

private:
    [[nodiscard]] QUrl url(const QString &path) const;
    [[nodiscard]] Headers signIn() const;
    [[nodiscard]] bool hasFailed(const HttpReply &accepted, const Headers &headers) const;

    const Core::Login m_login;
    const QString m_values; // path of the sheet's values
    const QString m_truth; // and of what it holds
};

} // namespace Support
