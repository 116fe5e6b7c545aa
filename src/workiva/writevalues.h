#pragma once

#include "net/operation.h"
#include "sheet/rectangle.h"
#include "workiva/accepted.h"
#include "workiva/sheetid.h"

namespace Workiva {

// PUT …/values/{range} with a body of ValuesBody that fills the rectangle; the service clears the cells that a smaller
// body does not cover. Never sent again unless the service rejected it unprocessed (429, 503): after any other failure,
// mayHaveArrived() tells whether the sheet has to be read. Success means accepted, not applied: see AwaitOperation.
class WriteValues final : public Net::Operation<Accepted>
{
    Q_OBJECT

public:
    WriteValues(Net::Service &service, SheetId sheet, const Sheet::Rectangle &rectangle, QByteArray body,
                QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<Accepted> read(const Net::Response &response) override;

private:
    const SheetId m_sheet;
    const QString m_range;
    const QByteArray m_body;
};

} // namespace Workiva
