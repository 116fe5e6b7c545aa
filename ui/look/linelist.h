#pragma once

#include "words/line.h"

#include <QWidget>

namespace Ui {

// Lines below each other, each with the symbol of its tone; takes no space without lines.
class LineList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineList)

public:
    explicit LineList(QWidget *parent = nullptr);

    void setLines(const QList<Words::Line> &lines); // a screen reader announces new ones
    [[nodiscard]] const QList<Words::Line> &lines() const { return m_lines; }

private:
    QList<Words::Line> m_lines;
};

} // namespace Ui
