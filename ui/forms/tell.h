#pragma once

#include "core/result.h"

#include <QString>

class QLabel;
class QWidget;

namespace Desktop {

// A box that says what went wrong, what to do next, and what to quote to support; stays until it is closed.
void tell(QWidget *window, const Core::Error &error);

// The same in one line, for a place beside what it is about: "✗ What went wrong. What to do next."
[[nodiscard]] QString failureText(const Core::Error &error);

// Gives a label its text; when it is another one, a screen reader says it without going there.
void announce(QLabel *label, const QString &text);

} // namespace Desktop
