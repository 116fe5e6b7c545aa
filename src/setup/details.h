#pragma once

#include "profiles/profile.h"
#include "setup/datasetchoice.h"
#include "setup/regionchoice.h"
#include "setup/sheetchoice.h"
#include "setup/spreadsheetchoice.h"

namespace Setup {

// Which DataSet goes into which region of which sheet: the choices, and how they hang together. A spreadsheet brings
// its sheets; an address or a region may name one of them. One thread.
class Details final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Details)

public:
    explicit Details(QObject *parent = nullptr);

    void setCatalogue(Catalogue *catalogue); // borrowed; one that is new is asked at once. Null: nobody is asked
    void load(const Profiles::Profile &profile);
    void save(Profiles::Profile &profile) const; // what is known: IDs, names, region

    [[nodiscard]] DataSetChoice &dataSet() { return m_dataSet; }
    [[nodiscard]] SpreadsheetChoice &spreadsheet() { return m_spreadsheet; }
    [[nodiscard]] SheetChoice &sheet() { return m_sheet; }
    [[nodiscard]] RegionChoice &region() { return m_region; }

    enum class Missing {
        Nothing,
        DomoAnswer, // it is being asked for the DataSet
        ChosenDataSet,
        DataSetColumns, // it has none
        WorkivaAnswer, // it is being asked for the spreadsheet
        ChosenSpreadsheet,
        UnlockedSpreadsheet,
        ChosenSheet,
        UnlockedSheet,
        KnownRegion, // that is understood, and of the chosen sheet
    };
    [[nodiscard]] Missing missing() const; // the first to be put right

Q_SIGNALS:
    void changed();

private:
    void chooseNamedSheet(); // by the region

    QPointer<Catalogue> m_catalogue;
    DataSetChoice m_dataSet;
    SpreadsheetChoice m_spreadsheet;
    SheetChoice m_sheet;
    RegionChoice m_region;
};

} // namespace Setup
