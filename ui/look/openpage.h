#pragma once

class QUrl;
class QWidget;

namespace Ui {

// Opens a web page in the browser, or a folder in the file manager. Where none can be started, a dialog offers the
// address to copy.
void openPage(QWidget *window, const QUrl &page);

} // namespace Ui
