#pragma once

#include "setup/datasetchoice.h"

class QLineEdit;

namespace Ui {

class StatusLine;

// The Domo DataSet ID. Shows Domo's information about it below the field. The form owns choice and controls.
class DataSetField final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DataSetField)

public:
    DataSetField(Setup::DataSetChoice &choice, QLineEdit *field, StatusLine *info, QObject *parent);

private:
    void showState();

    Setup::DataSetChoice &m_choice;
    QLineEdit *m_field;
    StatusLine *m_info;
};

} // namespace Ui
