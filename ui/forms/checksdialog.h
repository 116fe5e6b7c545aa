#pragma once

#include "sheet/guardrules.h"

#include <QDialog>

#include <map>

class QComboBox;
class QDoubleSpinBox;
class QVBoxLayout;

namespace Ui {

// What the checks before a write do if they find something, for one writeback, and what was accepted for it.
class ChecksDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChecksDialog)

public:
    explicit ChecksDialog(const Sheet::GuardRules &rules, QWidget *parent = nullptr);

    [[nodiscard]] Sheet::GuardRules rules() const;

private:
    struct Row
    {
        QComboBox *level;
        QDoubleSpinBox *threshold; // null: nothing is measured
    };

    [[nodiscard]] QWidget *makeRows(const Sheet::GuardRules &rules);
    void addAccepted(QVBoxLayout *layout);

    std::map<Sheet::Guard, Row> m_rows;
    QList<Sheet::Acceptance> m_accepted;
};

} // namespace Ui
