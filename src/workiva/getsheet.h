#pragma once

#include "net/operation.h"
#include "workiva/sheetid.h"
#include "workiva/sheetinfo.h"

namespace Workiva {

// GET /spreadsheets/{id}/sheets/{id}.
class GetSheet final : public Net::Operation<SheetInfo>
{
    Q_OBJECT

public:
    GetSheet(Net::Service &service, SheetId sheet, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<SheetInfo> read(const Net::Response &response) override;

private:
    const SheetId m_sheet;
};

} // namespace Workiva
