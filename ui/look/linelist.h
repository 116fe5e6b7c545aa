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
    enum class Reading {
        Announced, // a screen reader announces new lines
        Silent, // it reads them where they are
    };

    explicit LineList(QWidget *parent = nullptr, Reading reading = Reading::Announced);

    void setLines(const QList<Words::Line> &lines);
    [[nodiscard]] const QList<Words::Line> &lines() const { return m_lines; }

private:
    QList<Words::Line> m_lines;
    Reading m_reading;
};

} // namespace Ui
