#pragma once

#include "domo/dataset.h"
#include "domo/operation.h"

namespace Domo {

// GET /v1/datasets: one page of the DataSets that the client may see. A page that is not full is the last one.
class ListDataSets final : public Operation<QList<DataSet>>
{
    Q_OBJECT

public:
    static constexpr int maxLimit = 50;

    enum class Sort { Name, LastUpdated }; // the latest first

    struct Page
    {
        QString nameLike{}; // part of the name; empty: all
        int offset = 0;
        int limit = maxLimit;
        Sort sort = Sort::Name;
    };

    ListDataSets(Net::Service &service, Page page, QObject *parent = nullptr);

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<QList<DataSet>> read(const Net::Response &response) override;

private:
    const Page m_page;
};

} // namespace Domo
