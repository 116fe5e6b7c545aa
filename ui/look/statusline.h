#pragma once

#include "words/line.h"

#include <QWidget>

class QPushButton;

namespace Ui {

class ToneLabel;

// What a service reported for a field, below that field: takes no space while it is empty. While something is being
// waited for, a button stops the wait; after a failure, it retries.
class StatusLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void clear() { say(Words::Line()); }
    [[nodiscard]] bool isWaiting() const { return m_offer == Offer::Stop; }
    void say(const Words::Line &line);
    void say(const QString &note) { say(Words::Line{Words::Tone::Note, note}); }
    void showWaiting(const QString &forWhat);
    void showFailure(const Words::Line &why); // and shows Retry

    [[nodiscard]] QString text() const;
    [[nodiscard]] Words::Tone tone() const;

Q_SIGNALS:
    void stopWanted();
    void retryWanted();

private:
    enum class Offer { Nothing, Stop, Again };
    void show(const Words::Line &line, Offer offer);

    ToneLabel *m_label;
    QPushButton *m_button;
    Offer m_offer = Offer::Nothing;
};

} // namespace Ui
