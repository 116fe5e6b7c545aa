#pragma once

#include "domo/operation.h"

namespace Domo {

// SELECT COUNT(*) on a DataSet (see query.h): how many rows this client can read, which may be fewer than the metadata
// report if row policies apply. A DataSet that is empty or was just loaded may be Rejected. A reply other than a single
// number, in any notation, is BadReply.
class CountRows final : public Operation<qint64>
{
    Q_OBJECT

public:
    // With SQL the rows of its result are counted, by a query on that query. Whether Domo accepts one is not
    // documented; otherwise it is Rejected.
    CountRows(Net::Service &service, const QString &id, const QString &sql = {}, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<qint64> read(const Net::Response &response) override;

private:
    const QString m_id;
    const QString m_sql;
};

} // namespace Domo
