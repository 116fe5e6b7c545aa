#pragma once

#include "profiles/profile.h"
#include "setup/datasetchoice.h"
#include "setup/regionchoice.h"
#include "setup/sheetchoice.h"
#include "setup/spreadsheetchoice.h"

namespace Setup {

// Which DataSet is written to which region of which sheet: the choices and their dependencies. A spreadsheet determines
// the sheets; an address or a region may name one of them. One thread.
class Details final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Details)

public:
    explicit Details(QObject *parent = nullptr);

    void setCatalogue(Catalogue *catalogue); // borrowed; a new one is used at once. Null: no requests
    void load(const Profiles::Profile &profile);
    void save(Profiles::Profile &profile) const; // what is known: IDs, names, region

    [[nodiscard]] DataSetChoice &dataSet() { return m_dataSet; }
    [[nodiscard]] const DataSetChoice &dataSet() const { return m_dataSet; }
    [[nodiscard]] SpreadsheetChoice &spreadsheet() { return m_spreadsheet; }
    [[nodiscard]] SheetChoice &sheet() { return m_sheet; }
    [[nodiscard]] RegionChoice &region() { return m_region; }

    enum class Missing {
        Nothing,
        DomoAnswer, // the DataSet is being loaded
        ChosenDataSet,
        DataSetColumns, // the DataSet has none
        WorkivaAnswer, // the spreadsheet is being loaded
        ChosenSpreadsheet,
        UnlockedSpreadsheet,
        ChosenSheet,
        UnlockedSheet,
        KnownRegion, // that is valid and does not name another sheet
    };
    [[nodiscard]] Missing missing() const; // the first thing to correct

Q_SIGNALS:
    void changed();

private:
    void chooseNamedSheet(); // named in the region

    QPointer<Catalogue> m_catalogue;
    DataSetChoice m_dataSet;
    SpreadsheetChoice m_spreadsheet;
    SheetChoice m_sheet;
    RegionChoice m_region;
};

} // namespace Setup
