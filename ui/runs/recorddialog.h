#pragma once

#include "history/runrecord.h"

#include <QDialog>

namespace Ui {

// Everything that the history has of a run: its answer, counts, error, facts and steps; to be copied.
class RecordDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordDialog)

public:
    explicit RecordDialog(const History::RunRecord &run, QWidget *parent = nullptr);
};

} // namespace Ui
