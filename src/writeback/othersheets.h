#pragma once

#include "net/jobgroup.h"
#include "workiva/listsheets.h"
#include "workiva/readsheetdata.h"

#include <functional>
#include <memory>
#include <vector>

namespace Writeback {

// Reads the cells of the other sheets of a spreadsheet, a few sheets at a time: values, with what they calculate.
// TooLarge if more than `maxSheets` are wanted; otherwise the error of the list, of a sheet, or of a sink.
class OtherSheets final : public Net::JobWith<void>
{
    Q_OBJECT

public:
    // Takes the cells of this sheet; none: it is not wanted. A reading may restart, and then passes the same rows on
    // again.
    using SinkOf = std::function<Workiva::SheetDataSink(const Workiva::SheetInfo &sheet)>;

    // Of the spreadsheet of `sheet`, which is not read. Each sheet costs a request or more.
    OtherSheets(Net::Service &workiva, Workiva::SheetId sheet, qsizetype maxSheets, SinkOf sinkOf,
                QObject *parent = nullptr);
    ~OtherSheets() override;

protected:
    void run() override;
    void abort() override;

private:
    void read(const QList<Workiva::SheetInfo> &sheets);
    void readNext();

    Net::Service &m_workiva;
    const Workiva::SheetId m_sheet;
    const qsizetype m_maxSheets;
    const SinkOf m_sinkOf;
    std::unique_ptr<Workiva::ListSheets> m_list;
    std::vector<std::unique_ptr<Workiva::ReadSheetData>> m_waiting;
    Net::LaterPtr<Net::JobGroup> m_readings;
};

} // namespace Writeback
