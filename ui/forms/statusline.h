#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Desktop {

// What a service said of a field, below that field: takes no room while there is nothing to say. While something is
// waited for, a button ends the waiting; after a failure, it asks again.
class StatusLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void clear() { say({}); }
    [[nodiscard]] bool isWaiting() const { return m_offer == Offer::Stop; }
    void say(const QString &text);
    void sayWaiting(const QString &forWhat);
    void sayFailed(const QString &why); // and it may be asked again

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void stopWanted();
    void againWanted();

private:
    enum class Offer { Nothing, Stop, Again };
    void show(const QString &text, Offer offer);

    QLabel *m_label;
    QPushButton *m_button;
    Offer m_offer = Offer::Nothing;
};

} // namespace Desktop
