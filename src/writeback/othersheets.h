#pragma once

#include "net/jobgroup.h"
#include "workiva/listsheets.h"
#include "workiva/readsheetdata.h"

#include <functional>
#include <memory>

namespace Writeback {

// Reads the cells of all other sheets of a spreadsheet, side by side: values, with what they calculate. TooLarge if
// there are more than maxSheets; otherwise the error of the list, of a sheet, or of the sink. A sheet without a name is
// passed over, because no formula can name it.
class OtherSheets final : public Net::JobWith<void>
{
    Q_OBJECT

public:
    static constexpr qsizetype maxSheets = 50; // a request each, or more

    // As of Workiva::ReadSheetData, with the name of the sheet. A reading may restart, and then names cells again.
    using Sink = std::function<Core::Result<void>(const QString &sheet, int row, int firstColumn,
                                                  std::span<const Workiva::SheetDataCell> cells)>;

    // Of the spreadsheet of `sheet`, which is not read.
    OtherSheets(Net::Service &workiva, Workiva::SheetId sheet, Sink sink, QObject *parent = nullptr);
    ~OtherSheets() override;

protected:
    void run() override;
    void abort() override;

private:
    void read(const QList<Workiva::SheetInfo> &sheets);

    Net::Service &m_workiva;
    const Workiva::SheetId m_sheet;
    const Sink m_sink;
    std::unique_ptr<Workiva::ListSheets> m_list;
    std::unique_ptr<Net::JobGroup> m_readings;
};

} // namespace Writeback
