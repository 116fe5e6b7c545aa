#pragma once

class QBoxLayout;
class QWidget;

namespace Ui {

// A field, or a column of them, takes at most the width of a line that is read easily; the rest of the row stays empty.
void limitWidth(QBoxLayout *column, QWidget *field);

} // namespace Ui
