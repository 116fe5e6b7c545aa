#pragma once

#include <QAbstractButton>

class QButtonGroup;
class QHBoxLayout;

namespace Ui {

// One choice of a few, side by side: the one that is on is filled, and has the focus of all. The arrow keys go from one
// to the next.
class Segments final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Segments)

public:
    explicit Segments(QWidget *parent = nullptr);

    void add(const QString &text); // with a mnemonic; the first one is on
    [[nodiscard]] int current() const;
    void setCurrent(int index);
    void setUsable(int index, bool usable, const QString &why); // `why`: its tool tip

Q_SIGNALS:
    void currentChanged(int index);

private:
    QButtonGroup *m_group;
    QList<QAbstractButton *> m_buttons;
    QHBoxLayout *m_layout;
};

} // namespace Ui
