#pragma once

#include "setup/regionchoice.h"

#include <QObject>

class QLabel;
class QLineEdit;

namespace Desktop {

// The Region: says below the field, while it is typed, what it means, or where it is wrong. Choice and controls are the
// form's.
class RegionField final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RegionField)

public:
    RegionField(Setup::RegionChoice &choice, QLineEdit *field, QLabel *info, QObject *parent);

private:
    [[nodiscard]] QString meaning() const; // as HTML
    void showState();

    Setup::RegionChoice &m_choice;
    QLabel *m_info;
};

} // namespace Desktop
