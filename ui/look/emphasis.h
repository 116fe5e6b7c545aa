#pragma once

class QAbstractButton;
class QLabel;
class QPushButton;

namespace Ui {

enum class Icon;

// The one filled button of a screen; its text says what it will do.
void makePrimary(QPushButton *button);
void makePrimary(QPushButton *button, Icon which);
void makeOrdinary(QPushButton *button, Icon which); // no longer
[[nodiscard]] bool isPrimary(const QAbstractButton *button);

// A button without a frame, until the pointer is over it.
void makeFlat(QAbstractButton *button);

void makeTitle(QLabel *label); // of a page or a pane
void makeHeading(QLabel *label); // of a part of it
void makeSecondary(QLabel *label); // text that explains

} // namespace Ui
