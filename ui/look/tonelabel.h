#pragma once

#include "words/line.h"

#include <QLabel>

namespace Ui {

// A line with the symbol of its tone before it, which a screen reader says as well. Plain text unless told otherwise.
class ToneLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToneLabel)

public:
    explicit ToneLabel(QWidget *parent = nullptr);

    void setLine(const Words::Line &line);
    void announce(const Words::Line &line); // a screen reader says it at once, when it is another one

    [[nodiscard]] Words::Tone tone() const { return m_tone; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeRoom();

    Words::Tone m_tone = Words::Tone::Note;
};

} // namespace Ui
