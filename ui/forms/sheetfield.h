#pragma once

#include "setup/sheetchoice.h"

namespace Ui {

class SheetBox;
class StatusLine;

// The Sheet ID: the sheets of the spreadsheet, nested as in Workiva, with locked ones marked. The form owns choice and
// controls.
class SheetField final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetField)

public:
    SheetField(Setup::SheetChoice &choice, SheetBox *box, StatusLine *info, QObject *parent);

private:
    void offer();
    void showState();

    Setup::SheetChoice &m_choice;
    SheetBox *m_box;
    StatusLine *m_info;
};

} // namespace Ui
