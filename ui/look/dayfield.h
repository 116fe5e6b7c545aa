#pragma once

class QDate;
class QDateEdit;
class QString;
class QWidget;

namespace Ui {

// A day to enter or to choose from a calendar, in the reader's short form with all digits of the year. `name`: for
// screen readers.
[[nodiscard]] QDateEdit *dayField(const QString &name, const QDate &day, QWidget *parent = nullptr);

} // namespace Ui
