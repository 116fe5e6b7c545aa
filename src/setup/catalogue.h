#pragma once

#include "core/proxychoice.h"
#include "domo/dataset.h"
#include "domo/listdatasets.h"
#include "setup/login.h"
#include "setup/sheetcells.h"
#include "setup/target.h"
#include "workiva/sheetinfo.h"
#include "workiva/spreadsheet.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace Setup {

using DataSet = Domo::DataSet;
using Spreadsheet = Workiva::Spreadsheet;
using SheetInfo = Workiva::SheetInfo;

// What a service reports about an accepted login; empty: not reported. No service reports when a login expires.
struct Grant
{
    QString customer; // the owner
    QStringList scopes;
    QString userId{}; // the user that it acts as
    QString role{}; // of that user
    std::chrono::seconds tokenLife{0}; // of one sign-in, which is renewed as needed; 0: not reported

    friend bool operator==(const Grant &, const Grant &) = default;
};

// What a query on a DataSet results in, without the rows.
struct QueriedRows
{
    QList<Domo::Column> columns;
    std::optional<qint64> count; // of the rows; none: not reported
};

// The services' data for the wizard: is this login accepted, which DataSets, spreadsheets and sheets are there? Does
// not block; has its own network manager; used on the thread that created it. A new request of the same kind replaces
// the current one; every other request is answered once, from the event loop, unless the catalogue is destroyed first.
class Catalogue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Catalogue)

public:
    explicit Catalogue(const Logins &logins, const Core::ProxyChoice &proxy = {}, QObject *parent = nullptr);
    ~Catalogue() override;

    static constexpr int maxDataSets = Domo::ListDataSets::maxLimit; // returned by a search

    [[nodiscard]] const Logins &logins() const;

    // How requests reach a service.
    struct Way
    {
        QString host; // that has to be found: the service's, or that of the proxy
        bool isProxied = false;
        bool isEncrypted = true;
        // How far the service's clock is ahead of this computer's; none: no response has told it yet.
        std::optional<std::chrono::seconds> clockAhead{};
    };
    [[nodiscard]] Way way(Core::Service service) const;

    template <typename T> using Answer = std::function<void(const Core::Result<T> &)>;

    void check(Core::Service service, Answer<Grant> answer); // MissingScope if the grant lacks a scope
    // The first maxDataSets by name; with an empty name, those updated last.
    void searchDataSets(const QString &nameLike, Answer<QList<DataSet>> answer);
    void fetchDataSet(const QString &id, Answer<DataSet> answer);
    void queryDataSet(const QString &id, const QString &sql, Answer<QueriedRows> answer); // see Domo::QueryDataSet
    void listSpreadsheets(Answer<QList<Spreadsheet>> answer);
    void fetchSpreadsheet(const QString &id, Answer<Spreadsheet> answer);
    void listSheets(const QString &spreadsheetId, Answer<QList<SheetInfo>> answer); // in tree order
    // The calculated values of a small area. Rejected or NotFound if the service does not read beyond the sheet's edge.
    void readCells(const SheetPlace &sheet, const Sheet::Rectangle &area, Answer<SheetCells> answer);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Setup
