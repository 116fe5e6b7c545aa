#pragma once

#include "review/highlights.h"
#include "review/listing.h"

namespace Words {

// On the button that writes: "Write 250 values, clear 24 cells, keep 3 edited cells", "Append 250 rows from row 1,204".
[[nodiscard]] QString writeText(const Writeback::ReviewSummary &review);

// In a cell that was edited and is kept, where there is room.
[[nodiscard]] QString keptName(); // "kept"

// What a write does, where the lenses differ: "1 row new; 3,204 cells written, 3,180 of them because rows move".
// Empty if no cell is written only because rows move.
[[nodiscard]] QString movesText(const Writeback::KeyCounts &counts);

// "Greatest difference: Debit of E004, 0049100, from 512,334.10 to 5,123,341.00, by 4,611,006.90." The numbers are in
// the texts that their reader sees.
struct GreatestTexts
{
    QString before;
    QString after;
    QString difference;
};
[[nodiscard]] QString greatestText(const Review::GreatestDifference &greatest, const GreatestTexts &numbers);
[[nodiscard]] QString goneText(const Review::Highlights &highlights); // "Rows gone: E002, 0058100; E005, 0058100."

[[nodiscard]] QString keyName(const Writeback::KeyCounts &counts); // "Key: Entity, Account (suggested)"

// On a chip, beside its count: "214 changed", "1 formula kept".
[[nodiscard]] QString kindText(Review::Lens lens, Review::Kind kind, qint64 count);

[[nodiscard]] QString comparedText(const Writeback::RunReport &report); // "Cells compared: 12,016, equal: 11,736"

// A cell of a comparison, in the texts that its reader sees.
struct CellFacts
{
    QString place{}; // in A1 notation
    Sheet::Change change = Sheet::Change::Unchanged;
    bool wasFormula = false;
    bool wasEdited = false; // in the sheet, since the last verified run
    std::optional<QString> left{}; // by that run, if it was edited and that is known; empty: a blank cell
    bool isKept = false; // it was edited, and a person keeps it: nothing else happens
    QString before{}; // empty: a blank cell
    QString after{};
    QString difference{}; // of two numbers; empty: not known, or none
    int fromRow = 0; // in the sheet, from 1, of a row matched by its key; 0: it is not in the sheet
    int toRow = 0; // likewise, after the write; 0: it is gone
};
[[nodiscard]] QString cellText(const CellFacts &cell); // "E5 changes from 61,052.03 to 63,910.40, by 2,858.37."

} // namespace Words
