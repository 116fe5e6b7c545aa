#pragma once

#include "setup/regionchoice.h"
#include "words/line.h"

#include <QObject>

class QLineEdit;

namespace Ui {

class ToneLabel;

// The Region: shows below the field, while the user types, what it means or where it is wrong. The form owns choice and
// controls.
class RegionField final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RegionField)

public:
    RegionField(Setup::RegionChoice &choice, QLineEdit *field, ToneLabel *info, QObject *parent);

private:
    [[nodiscard]] Words::Line meaning() const; // as HTML
    void showState();

    Setup::RegionChoice &m_choice;
    ToneLabel *m_info;
};

} // namespace Ui
