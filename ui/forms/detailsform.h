#pragma once

#include "profiles/profile.h"
#include "setup/catalogue.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>

class QCompleter;
class QStandardItemModel;
class QTimer;

namespace Ui {
class DetailsForm;
}

namespace Desktop {

// The fields of the Details pane: DataSet, spreadsheet, sheet, region. Searches while the user types, takes IDs and
// addresses, lists the sheets, explains the region. A page of the wizard, which edits saved profiles too.
class DetailsForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsForm)

public:
    explicit DetailsForm(QWidget *parent = nullptr);
    ~DetailsForm() override;

    // Where to ask. Borrowed; one that is new is asked at once for what the form holds. Null: nothing is asked.
    void setCatalogue(Setup::Catalogue *catalogue);

    void load(const Profiles::Profile &profile);
    void save(Profiles::Profile &profile) const; // ids, names, region, column names
    void setRegion(const Sheet::Region &region);

    [[nodiscard]] bool
    isComplete() const; // DataSet, spreadsheet and sheet are there, not locked, and the region is understood
    [[nodiscard]] bool isWaiting() const;

Q_SIGNALS:
    void changed();

private:
    void forgetDataSet(); // what is known of it; not what it is
    void forgetSpreadsheet();
    void dataSetEdited(const QString &text);
    void spreadsheetEdited(const QString &text);
    void regionEdited();
    void sheetChosen();
    void searchDataSet(); // by the name that is typed
    void dataSetsFound(const Core::Result<QList<Setup::DataSet>> &found);
    void listSpreadsheets();
    void spreadsheetsListed(const Core::Result<QList<Setup::Spreadsheet>> &listed);
    void offerSpreadsheets();
    void askForDataSet(const QString &id);
    void askForSpreadsheet(const QString &id);
    void dataSetFetched(const Core::Result<Setup::DataSet> &dataSet);
    void spreadsheetFetched(const Core::Result<Setup::Spreadsheet> &spreadsheet);
    void showSpreadsheet();
    void sheetsListed(const Core::Result<QList<Setup::SheetInfo>> &sheets);

    std::unique_ptr<Ui::DetailsForm> m_ui;
    QPointer<Setup::Catalogue> m_catalogue;
    QStandardItemModel *m_dataSets = nullptr; // found by name; the ID is in the user role
    QStandardItemModel *m_spreadsheets = nullptr;
    QTimer *m_search = nullptr; // waits until the user stops typing a DataSet's name
    QTimer *m_lookUp = nullptr; // likewise a spreadsheet's, of which none is known
    std::optional<Setup::DataSet> m_dataSet;
    std::optional<Setup::Spreadsheet> m_spreadsheet;
    std::optional<Core::Error> m_spreadsheetFault; // of it or of its sheets
    QString m_askedDataSet; // last, as an ID; until the field is edited
    QString m_askedSpreadsheet;
    QString m_wantedSheet; // to be chosen once the sheets are there
    enum class Listing { UnderWay, Stopped, Ended } m_listing = Listing::Stopped; // of the spreadsheets
    std::optional<Core::Error> m_listFault;
    bool m_searching = false; // for what the user typed
    bool m_waitsForDataSet = false;
    bool m_waitsForSpreadsheet = false;
    bool m_waitsForSheets = false;
};

} // namespace Desktop
