#pragma once

#include "domo/operation.h"

namespace Domo {

// SELECT COUNT(*) on a DataSet (see query.h): how many rows this client can read, which row policies make fewer
// than the metadata tell. A DataSet without rows, or just loaded, may be Rejected. A reply that is not one number,
// however it is spelled, is BadReply.
class CountRows final : public Operation<qint64>
{
    Q_OBJECT

public:
    CountRows(Net::Service &service, const QString &id, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<qint64> read(const Net::Response &response) override;

private:
    const QString m_id;
};

} // namespace Domo
