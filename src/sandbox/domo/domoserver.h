#pragma once

#include "sandbox/quirks.h"
#include "sandbox/domo/storeddataset.h"
#include "sandbox/http/httpserver.h"
#include "sandbox/http/tokens.h"

#include <map>
#include <memory>

namespace Sandbox {

class SqlTable;

// The Domo side: tokens, the list of DataSets, single DataSets, their export as CSV, and queries. Besides the API, it
// serves a web page for each DataSet at addresses like Domo's.
class DomoServer final : public HttpServer
{
public:
    DomoServer(const Options &options, Core::Clock &clock, std::vector<StoredDataSet> dataSets);
    ~DomoServer() override;

private:
    [[nodiscard]] QString operationOf(const Incoming &incoming) const override;
    [[nodiscard]] Reply answer(const Incoming &incoming) override;
    [[nodiscard]] Reply refusal(int status, const QString &operation) const override;

    [[nodiscard]] static Reply refuse(int status, const QString &message);
    [[nodiscard]] Reply token(const Incoming &incoming);
    [[nodiscard]] Reply list(const Incoming &incoming) const;
    [[nodiscard]] Reply exported(const Incoming &incoming, const StoredDataSet &dataSet);
    [[nodiscard]] Reply query(const Incoming &incoming, const StoredDataSet &dataSet);
    void load(); // while a DataSet is read
    [[nodiscard]] Reply page(const Incoming &incoming) const;
    [[nodiscard]] QJsonObject describe(const StoredDataSet &dataSet) const;
    [[nodiscard]] const StoredDataSet *find(const QString &id) const;

    const std::vector<StoredDataSet> m_dataSets;
    const Quirks m_quirks;
    QDateTime m_loaded; // all DataSets, last
    int m_loads; // that are still to come
    const QString m_scope;
    Tokens m_tokens;
    std::map<QString, std::unique_ptr<SqlTable>> m_tables; // by DataSet, created on first use
};

} // namespace Sandbox
