#pragma once

#include "support/http.h"
#include "writeback/runrequest.h"

#include <QJsonArray>
#include <QJsonValue>

#include <map>

namespace Support {

using namespace Qt::StringLiterals;

class SandboxProcess;

// A sheet's content: its non-blank cells by row and column, 0-based.
using Cells = std::map<std::pair<int, int>, QJsonValue>;

using Rows = QList<QJsonArray>; // of values, from left to right

// Sets cells to values; null leaves a cell unchanged, "" clears it.
void place(Cells &cells, int row, int column, const Rows &rows);
void clear(Cells &cells, int row, int column, int lastRow, int lastColumn);

// The differences of two contents, for a test's message; empty if they are equal.
[[nodiscard]] QString difference(const Cells &held, const Cells &wanted);

// Reads and writes a sheet over HTTP without the product's code: an independent check of what a run reports. Sees the
// actual content, regardless of quirks and faults, and waits for pending changes after it has written.
class SheetProbe
{
public:
    explicit SheetProbe(const SandboxProcess &sandbox, const QString &spreadsheet = u"Scratch"_s,
                        const QString &sheet = u"Sheet1"_s);

    [[nodiscard]] Cells read(const QByteArray &style = "raw") const;
    [[nodiscard]] bool write(const QString &range, const Rows &rows) const; // waits until it has been applied

    // Gives cells this value format, as in the contract.
    [[nodiscard]] bool format(const QString &range, const QJsonObject &valueFormat) const;

private:
    [[nodiscard]] bool change(const QByteArray &method, const QString &path, const QJsonObject &body) const;
    [[nodiscard]] QUrl url(const QString &path) const;
    [[nodiscard]] Headers signIn() const;
    [[nodiscard]] bool hasFailed(const HttpReply &accepted, const Headers &headers) const;

    const Core::Login m_login;
    const QString m_sheet; // its path
    const QString m_truth; // path of the sheet's actual content
};

} // namespace Support
