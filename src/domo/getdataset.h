#pragma once

#include "domo/dataset.h"
#include "domo/operation.h"

namespace Domo {

// GET /v1/datasets/{id}. Domo still returns deleted DataSets: NotFound.
class GetDataSet final : public Operation<DataSet>
{
    Q_OBJECT

public:
    GetDataSet(Net::Service &service, const QString &id, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<DataSet> read(const Net::Response &response) override;

private:
    const QString m_id;
};

} // namespace Domo
