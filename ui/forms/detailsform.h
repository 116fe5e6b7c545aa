#pragma once

#include "profiles/profile.h"
#include "setup/catalogue.h"

#include <QPointer>
#include <QWidget>

#include <memory>

namespace Ui {
class DetailsForm;
}

namespace Desktop {

class DataSetField;
class RegionField;
class SheetField;
class SpreadsheetField;

// The fields of the Details pane: DataSet, spreadsheet, sheet, region, and how cells are sent. A page of the wizard,
// which edits saved profiles too.
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
    void save(Profiles::Profile &profile) const; // ids, names, region, options
    void setRegion(const Sheet::Region &region);

    // What is to be put right first; nothing when DataSet, spreadsheet and sheet are there, not locked, and the region
    // is understood.
    [[nodiscard]] QString missing() const;

Q_SIGNALS:
    void changed();

private:
    void chooseNamedSheet(); // by the region

    std::unique_ptr<Ui::DetailsForm> m_ui;
    QPointer<Setup::Catalogue> m_catalogue;
    DataSetField *m_dataSet;
    SpreadsheetField *m_spreadsheet;
    SheetField *m_sheet;
    RegionField *m_region;
};

} // namespace Desktop
