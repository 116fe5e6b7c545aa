#pragma once

#include "setup/details.h"
#include "setup/rowschoice.h"
#include "setup/sheetglance.h"

#include <QWidget>

#include <memory>

namespace Ui {

class DetailsFields; // generated from the .ui file
class LandingPanel;

// The fields of the Details pane: DataSet, spreadsheet, sheet, region, and how cells are sent. A page of the wizard,
// which also edits saved profiles.
class DetailsForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsForm)

public:
    explicit DetailsForm(QWidget *parent = nullptr);
    ~DetailsForm() override;

    // The source of data; borrowed. A new one is used at once for the form's content. Null: no requests.
    void setCatalogue(Setup::Catalogue *catalogue);

    void load(const Profiles::Profile &profile);
    void save(Profiles::Profile &profile) const; // IDs, names, region, options
    void setRegion(const Sheet::Region &region);
    void setShaping(const Sheet::Shaping &shaping);
    void accept(const Sheet::Acceptance &acceptance); // of a check

    [[nodiscard]] QWidget *makeLanding(); // shows where the data lands, for beside the form; once

    [[nodiscard]] QString missing() const; // the first thing to correct; empty: nothing

Q_SIGNALS:
    void changed(); // what is entered, or known of it
    void edited(); // by the user

private:
    void showWhatFollows(); // from what is entered
    // What is to be written of the DataSet: none as long as its columns are not known. NoSuchColumn and the like if the
    // choice of columns does not fit it.
    [[nodiscard]] std::optional<Core::Result<Setup::DataSet>> shapedDataSet() const;
    [[nodiscard]] QString columnsFault() const; // empty: none
    [[nodiscard]] QString periodFault() const; // likewise
    void openRows();
    void openColumns();
    void showRows();
    void openChecks();
    void showLanding();

    std::unique_ptr<DetailsFields> m_ui;
    Setup::Details m_details;
    Setup::SheetGlance m_glance;
    LandingPanel *m_landing = nullptr;
    Setup::RowsChoice m_rows;
    Sheet::RowQuery m_query;
    Sheet::Shaping m_shaping;
    Sheet::GuardRules m_guards;
    bool m_isLoading = false;
};

} // namespace Ui
