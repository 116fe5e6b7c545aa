#pragma once

#include "workiva/pagedoperation.h"
#include "workiva/spreadsheet.h"

#include <QList>
#include <QSet>

namespace Workiva {

// GET /spreadsheets, all pages, in the service's order.
class ListSpreadsheets final : public PagedOperation<QList<Spreadsheet>>
{
    Q_OBJECT

public:
    explicit ListSpreadsheets(Net::Service &service, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<Page> takePage(const Net::Response &response) override;
    [[nodiscard]] Core::Result<QList<Spreadsheet>> read(const Net::Response &response) override;

private:
    QList<Spreadsheet> m_spreadsheets;
    QSet<QString> m_ids; // of these
};

} // namespace Workiva
