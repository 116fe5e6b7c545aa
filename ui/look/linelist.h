#pragma once

#include "words/line.h"

#include <QWidget>

namespace Ui {

// Lines below each other, each with the symbol of its tone; takes no room while there are none.
class LineList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineList)

public:
    explicit LineList(QWidget *parent = nullptr);

    void setLines(const QList<Words::Line> &lines); // new ones are said by a screen reader
    [[nodiscard]] const QList<Words::Line> &lines() const { return m_lines; }

private:
    QList<Words::Line> m_lines;
};

} // namespace Ui
