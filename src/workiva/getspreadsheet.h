#pragma once

#include "net/operation.h"
#include "workiva/spreadsheet.h"

namespace Workiva {

// GET /spreadsheets/{id}.
class GetSpreadsheet final : public Net::Operation<Spreadsheet>
{
    Q_OBJECT

public:
    GetSpreadsheet(Net::Service &service, QString spreadsheetId, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<Spreadsheet> read(const Net::Response &response) override;

private:
    const QString m_spreadsheetId;
};

} // namespace Workiva
