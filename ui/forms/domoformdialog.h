#pragma once

#include "setup/scheduledraft.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace Ui {

class ToneLabel;

// A schedule of Domo's, pasted as its API has it, with what it means here.
class DomoFormDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DomoFormDialog)

public:
    explicit DomoFormDialog(const Setup::ScheduleDraft &before, QWidget *parent = nullptr);

    [[nodiscard]] const Setup::ScheduleDraft &draft() const { return m_draft; } // with what was pasted, once accepted

private:
    void read();

    Setup::ScheduleDraft m_before;
    Setup::ScheduleDraft m_draft;
    QPlainTextEdit *m_pasted;
    ToneLabel *m_meaning; // or why it has none
    QPushButton *m_ok = nullptr;
};

} // namespace Ui
