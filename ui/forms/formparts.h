#pragma once

#include <QString>

#include <initializer_list>

class QLabel;
class QSpinBox;
class QTimeEdit;
class QWidget;

namespace Ui {

// The bold label above a field, with a mnemonic that leads to it.
[[nodiscard]] QLabel *labelAbove(const QString &text, QWidget *field);

[[nodiscard]] QLabel *explanation(const QString &text);

// Fields with words between them, side by side as far as the width allows.
[[nodiscard]] QWidget *rowOf(std::initializer_list<QWidget *> parts);

// Words in a row, with a mnemonic that leads to the field after them.
[[nodiscard]] QLabel *wordsBefore(const QString &text, QWidget *field);

// `name`: for screen readers.
[[nodiscard]] QSpinBox *numberField(const QString &name, int from, int to);
[[nodiscard]] QTimeEdit *timeField(const QString &name); // in whole minutes

// Tab goes through a form as its layout has it, whatever the order was in which its parts were made.
void tabByLayout(const QWidget *form);

} // namespace Ui
