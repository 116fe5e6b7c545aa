#pragma once

#include "sheet/guardrules.h"

#include <QDialog>

class QDateEdit;
class QLineEdit;
class QPushButton;

namespace Ui {

// Asks for the reason and the last day of an acceptance.
class AcceptDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AcceptDialog)

public:
    // `found`: by the check, as a sentence; `today`: in UTC, as is the last day.
    AcceptDialog(Sheet::Guard guard, const QString &found, const QDate &today, QWidget *parent = nullptr);

    [[nodiscard]] Sheet::Acceptance acceptance() const; // of a dialog that was accepted

private:
    void check();

    const Sheet::Guard m_guard;
    QLineEdit *m_reason;
    QDateEdit *m_until;
    QPushButton *m_accept;
};

} // namespace Ui
