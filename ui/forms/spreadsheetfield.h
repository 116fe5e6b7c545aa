#pragma once

#include "setup/spreadsheetchoice.h"

class QLineEdit;

namespace Ui {

class StatusLine;

// The Spreadsheet ID. Shows Workiva's information about it below the field. The form owns choice and controls.
class SpreadsheetField final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpreadsheetField)

public:
    SpreadsheetField(Setup::SpreadsheetChoice &choice, QLineEdit *field, StatusLine *info, QObject *parent);

private:
    void showState();

    Setup::SpreadsheetChoice &m_choice;
    QLineEdit *m_field;
    StatusLine *m_info;
};

} // namespace Ui
