#pragma once

#include "domo/dataset.h"
#include "domo/listdatasets.h"
#include "setup/login.h"
#include "workiva/sheetinfo.h"
#include "workiva/spreadsheet.h"

#include <QObject>

#include <memory>

namespace Setup {

using DataSet = Domo::DataSet;
using Spreadsheet = Workiva::Spreadsheet;
using SheetInfo = Workiva::SheetInfo;

// What one service said of a login.
struct ServiceCheck
{
    Core::Service service = Core::Service::None;
    std::optional<Core::Error> error; // none: it may be used
    QString customer; // who the grant belongs to, where the service tells
    QStringList scopes;
};

// Both services as the wizard asks them: does this login work, which DataSets, spreadsheets and sheets are there? Asks
// without blocking, with a network manager of its own, on the thread it was made in. A new question of a kind takes the
// place of the one under way; answers come as signals, one for each question that was not replaced.
class Catalogue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Catalogue)

public:
    explicit Catalogue(const Login &login, QObject *parent = nullptr);
    ~Catalogue() override;

    static constexpr int mostDataSets = Domo::ListDataSets::maxLimit; // that a search finds

    [[nodiscard]] const Login &login() const;

    void check(); // both services, side by side: checked() twice
    void searchDataSets(const QString &nameLike); // the first mostDataSets by name
    void fetchDataSet(const QString &id);
    void listSpreadsheets();
    void fetchSpreadsheet(const QString &id);
    void listSheets(const QString &spreadsheetId); // in the order of their tree

Q_SIGNALS:
    void checked(const Setup::ServiceCheck &check);
    void dataSetsFound(const Core::Result<QList<Setup::DataSet>> &found);
    void dataSetFetched(const Core::Result<Setup::DataSet> &dataSet);
    void spreadsheetsListed(const Core::Result<QList<Setup::Spreadsheet>> &spreadsheets);
    void spreadsheetFetched(const Core::Result<Setup::Spreadsheet> &spreadsheet);
    void sheetsListed(const Core::Result<QList<Setup::SheetInfo>> &sheets);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Setup
