#pragma once

#include <QDialog>

class QListWidget;
class QTextBrowser;

namespace Ui {

// The guide, with its sections at the left. Links open in the browser.
class GuideWindow final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GuideWindow)

public:
    explicit GuideWindow(QWidget *parent = nullptr);

private:
    void listSections();
    void go(int section);
    void fitPictures();
    void wrapCode();

    QListWidget *m_sections;
    QTextBrowser *m_text;
    QList<int> m_places; // of the sections in the text, as positions of their headings
};

} // namespace Ui
