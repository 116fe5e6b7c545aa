#pragma once

#include "setup/datasetchoice.h"

class QLineEdit;
class QStandardItemModel;

namespace Desktop {

class StatusLine;

// The Domo DataSet ID. Says below the field what Domo tells of it. Choice and controls are the form's.
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
    QStandardItemModel *m_offered;
};

} // namespace Desktop
