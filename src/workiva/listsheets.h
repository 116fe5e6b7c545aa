#pragma once

#include "workiva/pagedoperation.h"
#include "workiva/sheetinfo.h"

#include <QList>
#include <QSet>

namespace Workiva {

// GET /spreadsheets/{id}/sheets, all pages, in the order of the sheet tree. The service nests sheets in `children`,
// names their `parent`, or both, and may list a sheet twice; see inTreeOrder().
class ListSheets final : public PagedOperation<QList<SheetInfo>>
{
    Q_OBJECT

public:
    ListSheets(Net::Service &service, QString spreadsheetId, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<Page> takePage(const Net::Response &response) override;
    [[nodiscard]] Core::Result<QList<SheetInfo>> read(const Net::Response &response) override;

private:
    void take(const Core::JsonReader &sheets, const QString &parentId);

    const QString m_spreadsheetId;
    QList<SheetInfo> m_sheets; // in the order received
    QSet<QString> m_ids; // of these
};

} // namespace Workiva
