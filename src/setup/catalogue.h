#pragma once

#include "domo/dataset.h"
#include "domo/listdatasets.h"
#include "setup/login.h"
#include "workiva/sheetinfo.h"
#include "workiva/spreadsheet.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Setup {

using DataSet = Domo::DataSet;
using Spreadsheet = Workiva::Spreadsheet;
using SheetInfo = Workiva::SheetInfo;

// What a service told of a login that it accepts.
struct Grant
{
    QString customer; // who it belongs to, where the service tells
    QStringList scopes;

    friend bool operator==(const Grant &, const Grant &) = default;
};

// Both services as the wizard asks them: does this login work, which DataSets, spreadsheets and sheets are there? Asks
// without blocking, with a network manager of its own, on the thread it was made in. A new question of a kind takes the
// place of the one under way; every other one is answered once, from the event loop, unless the catalogue goes before.
class Catalogue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Catalogue)

public:
    explicit Catalogue(const Logins &logins, QObject *parent = nullptr);
    ~Catalogue() override;

    static constexpr int maxDataSets = Domo::ListDataSets::maxLimit; // that a search finds

    [[nodiscard]] const Logins &logins() const;

    template <typename T> using Answer = std::function<void(const Core::Result<T> &)>;

    void check(Core::Service service, Answer<Grant> answer); // MissingScope where the grant covers too little
    void searchDataSets(const QString &nameLike, Answer<QList<DataSet>> answer); // the first mostDataSets by name
    void fetchDataSet(const QString &id, Answer<DataSet> answer);
    void listSpreadsheets(Answer<QList<Spreadsheet>> answer);
    void fetchSpreadsheet(const QString &id, Answer<Spreadsheet> answer);
    void listSheets(const QString &spreadsheetId, Answer<QList<SheetInfo>> answer); // in the order of their tree

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Setup
