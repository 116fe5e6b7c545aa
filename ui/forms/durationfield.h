#pragma once

#include <QWidget>

#include <chrono>

class QComboBox;
class QSpinBox;

namespace Ui {

// A number of minutes, hours or days.
class DurationField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DurationField)

public:
    struct Limits
    {
        std::chrono::minutes least{1};
        std::chrono::minutes most;
    };

    // `none`: the word for 0, if that is possible.
    DurationField(const QString &name, const Limits &limits, const QString &none = {}, QWidget *parent = nullptr);

    void setDuration(std::chrono::minutes duration); // in the largest unit that has it; emits nothing
    [[nodiscard]] std::chrono::minutes duration() const;

Q_SIGNALS:
    void edited(); // by the user

private:
    void showRange();

    Limits m_limits;
    QSpinBox *m_count;
    QComboBox *m_unit; // with the minutes that each has
};

} // namespace Ui
