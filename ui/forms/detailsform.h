#pragma once

#include "setup/details.h"

#include <QWidget>

#include <memory>

namespace Ui {

class DetailsFields; // made from the .ui file

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

    [[nodiscard]] QString missing() const; // what is to be put right first; empty: nothing

Q_SIGNALS:
    void changed(); // what is entered, or known of it
    void edited(); // by the user

private:
    std::unique_ptr<DetailsFields> m_ui;
    Setup::Details m_details;
};

} // namespace Ui
