#pragma once

#include "sheet/rectangle.h"
#include "workiva/pagedoperation.h"

#include <QList>

#include <optional>

namespace Workiva {

// A range of a table that is linked with ranges elsewhere, in sheets or documents.
struct RangeLink
{
    enum class Type {
        Source, // what it holds is displayed elsewhere
        Destination, // displays what a source holds
        Unknown, // another word
    };

    QString id;
    Type type = Type::Unknown;
    std::optional<Sheet::Rectangle> range{}; // in the sheet, of a source; none if it was not reported

    friend bool operator==(const RangeLink &, const RangeLink &) = default;
};

// GET /content/tables/{id}/rangeLinks of a sheet's table (SheetInfo::tableId), all pages. A range without a start or an
// end reaches to the limit of a sheet.
class ListRangeLinks final : public PagedOperation<QList<RangeLink>>
{
    Q_OBJECT

public:
    ListRangeLinks(Net::Service &service, QString tableId, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<Page> takePage(const Net::Response &response) override;
    [[nodiscard]] Core::Result<QList<RangeLink>> read(const Net::Response &response) override;

private:
    const QString m_tableId;
    QList<RangeLink> m_links; // in the order received
};

} // namespace Workiva
