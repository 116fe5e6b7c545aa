#pragma once

class QScrollArea;
class QWidget;

namespace Ui {

// The form in a frameless area that scrolls when its texts need more room than there is: at large letters a sentence
// would be cut off otherwise. The area owns the form.
[[nodiscard]] QScrollArea *scrolled(QWidget *form);

} // namespace Ui
