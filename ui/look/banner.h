#pragma once

#include "words/line.h"

#include <QFrame>

class QLabel;

namespace Ui {

// The answer of a page: a heading and a sentence or two, with the symbol and colours of its tone. A screen reader
// announces it when it changes.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    explicit Banner(QWidget *parent = nullptr);

    void show(Words::Tone tone, const QString &heading, const QString &body); // plain text
    using QFrame::show;

    [[nodiscard]] Words::Tone tone() const { return m_tone; }
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QString body() const;
    [[nodiscard]] QLabel *bodyLabel() const { return m_body; } // for its tool tip
    [[nodiscard]] QRect symbolPlace() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyColors();

    Words::Tone m_tone = Words::Tone::Note;
    QLabel *m_heading;
    QLabel *m_body;
};

} // namespace Ui
