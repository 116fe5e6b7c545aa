#pragma once

#include "net/operation.h"
#include "workiva/accepted.h"
#include "workiva/sheetid.h"

namespace Workiva {

// POST …/sheets/{id}/update with one of its many bodies, such as EditCellsBody or applyTextFormatBody(). Strictly
// rate-limited (as low as 60 a minute for a workspace). Sent, accepted and failing as WriteValues.
class UpdateSheet final : public Net::Operation<Accepted>
{
    Q_OBJECT

public:
    UpdateSheet(Net::Service &service, SheetId sheet, QByteArray body, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<Accepted> read(const Net::Response &response) override;

private:
    const SheetId m_sheet;
    const QByteArray m_body;
};

} // namespace Workiva
