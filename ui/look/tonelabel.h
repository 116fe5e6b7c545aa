#pragma once

#include "words/line.h"

#include <QLabel>

#include <optional>

namespace Ui {

// A line preceded by the symbol of its tone, which is also announced by a screen reader. Plain text by default.
class ToneLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToneLabel)

public:
    explicit ToneLabel(QWidget *parent = nullptr);

    void setLine(const Words::Line &line);
    void announce(const Words::Line &line); // announced at once, if it has changed and is visible; without its markup

    [[nodiscard]] Words::Tone tone() const { return m_tone; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeRoom();
    [[nodiscard]] int spaceAbove() const; // of the text

    Words::Tone m_tone = Words::Tone::Note;
    std::optional<int> m_above; // spaceAbove(): asking lays the text out twice
};

} // namespace Ui
