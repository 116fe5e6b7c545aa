#pragma once

class QUrl;
class QWidget;

namespace Ui {

// Opens a web page in the browser, a folder in the file manager, or a message in the mail program. Where none can be
// started, a dialog offers the address, or the text of the message, to copy.
void openPage(QWidget *window, const QUrl &page);

} // namespace Ui
