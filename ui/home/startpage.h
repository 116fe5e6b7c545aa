#pragma once

#include <QWidget>

class QAction;

namespace Ui {

// What the window shows while nothing is saved: what the program does, two ways to begin, and what one needs.
class StartPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartPage)

public:
    explicit StartPage(QAction *create, QWidget *parent = nullptr);

Q_SIGNALS:
    void sampleDataWanted();

private:
    [[nodiscard]] QWidget *makeIntroduction(QAction *create);
    [[nodiscard]] QWidget *makeNeeds();
};

} // namespace Ui
