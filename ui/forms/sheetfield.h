#pragma once

#include "setup/sheetchoice.h"

class QComboBox;

namespace Ui {

class StatusLine;

// The Sheet ID: the sheets of the spreadsheet, nested as they are there, locked ones marked. Choice and controls are
// the form's.
class SheetField final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetField)

public:
    SheetField(Setup::SheetChoice &choice, QComboBox *box, StatusLine *info, QObject *parent);

private:
    void offer();
    void showState();

    Setup::SheetChoice &m_choice;
    QComboBox *m_box;
    StatusLine *m_info;
};

} // namespace Ui
