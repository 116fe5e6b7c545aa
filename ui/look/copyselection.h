#pragma once

class QAbstractItemView;

namespace Ui {

constexpr int maxCopiedCells = 100'000; // making the text of more would block the window

// Ctrl+C copies the selected cells of a view, as a spreadsheet pastes them: a line for each row, tabs between columns.
// Of rows without hidden columns. A selection that is too large is not copied, and a message says so.
void copyOnRequest(QAbstractItemView *view);

} // namespace Ui
