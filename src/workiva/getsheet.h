#pragma once

#include "net/operation.h"
#include "workiva/sheetinfo.h"

namespace Workiva {

// GET /spreadsheets/{id}/sheets/{id}.
class GetSheet final : public Net::Operation<SheetInfo>
{
    Q_OBJECT

public:
    GetSheet(Net::Service &service, QString spreadsheetId, QString sheetId, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<SheetInfo> read(const Net::Response &response) override;
    [[nodiscard]] Core::Error failed(Core::Error error) const override;

private:
    const QString m_spreadsheetId;
    const QString m_sheetId;
};

} // namespace Workiva
