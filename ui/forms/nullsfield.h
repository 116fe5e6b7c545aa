#pragma once

#include "sheet/celltyping.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;

namespace Ui {

// What nulls of a column become: a choice, with a text where one is to be written.
class NullsField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NullsField)

public:
    // `inherits`: with no rule as the first choice, under this name; empty: there always is a rule.
    NullsField(const QString &name, const QString &inherits, QWidget *parent = nullptr);

    void setRule(const std::optional<Sheet::NullRule> &rule); // emits nothing
    [[nodiscard]] std::optional<Sheet::NullRule> rule() const;

Q_SIGNALS:
    void edited();

private:
    void showText();

    QComboBox *m_kind;
    QLineEdit *m_text;
};

} // namespace Ui
