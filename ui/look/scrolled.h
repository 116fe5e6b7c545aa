#pragma once

class QScrollArea;
class QWidget;

namespace Ui {

// The form in a frameless area that scrolls if its texts need more space than available; with large fonts, text would
// be cut off otherwise. The area owns the form.
[[nodiscard]] QScrollArea *scrolled(QWidget *form);

} // namespace Ui
