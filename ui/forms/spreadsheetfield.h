#pragma once

#include "setup/spreadsheetchoice.h"

class QLineEdit;

namespace Ui {

class StatusLine;

// The Spreadsheet ID. Says below the field what Workiva tells of it. Choice and controls are the form's.
class SpreadsheetField final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpreadsheetField)

public:
    SpreadsheetField(Setup::SpreadsheetChoice &choice, QLineEdit *field, StatusLine *info, QObject *parent);

private:
    void showState();

    Setup::SpreadsheetChoice &m_choice;
    StatusLine *m_info;
};

} // namespace Ui
