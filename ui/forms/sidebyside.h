#pragma once

#include <QWidget>

class QBoxLayout;

namespace Ui {

// Two parts of a page: beside each other where there is room for both, otherwise the second below the first.
class SideBySide final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SideBySide)

public:
    SideBySide(QWidget *first, QWidget *other);

    [[nodiscard]] bool isStacked() const;
    [[nodiscard]] QSize minimumSizeHint() const override; // stacked

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_first;
    QWidget *m_other;
    QBoxLayout *m_layout;
};

} // namespace Ui
