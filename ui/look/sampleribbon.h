#pragma once

#include <QLabel>

namespace Ui {

// Says at the top of a window that what it shows is sample data.
class SampleRibbon final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SampleRibbon)

public:
    explicit SampleRibbon(QWidget *parent = nullptr); // hidden

    void showFor(const QStringList &samples, int all); // some writebacks of so many; none: hides it
    void showForAll();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void say(const QString &text);
};

} // namespace Ui
