#include "ui/help/guidewindow.h"

#include "ui/help/guide.h"
#include "ui/look/firstsize.h"
#include "ui/look/openpage.h"

#include <QAbstractTextDocumentLayout>
#include <QDialogButtonBox>
#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

QString textOf(const QString &resource)
{
    QFile file(resource);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

GuideWindow::GuideWindow(QWidget *parent)
    : QDialog(parent), m_sections(new QListWidget(this)), m_text(new QTextBrowser(this))
{
    setWindowTitle(tr("Guide"));
    m_sections->setAccessibleName(tr("Sections"));
    m_sections->setSpacing(fontMetrics().height() / 6);
    m_text->setAccessibleName(tr("Guide"));
    m_text->setOpenLinks(false);
    m_text->setSearchPaths({u":/guide"_s});
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    m_text->document()->setDocumentMargin(fontMetrics().height());
    m_text->setMarkdown(guideOf(textOf(u":/guide/README.md"_s)));
    fitPictures();
    wrapCode();
    listSections();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *parts = new QHBoxLayout;
    parts->addWidget(m_sections, 1);
    parts->addWidget(m_text, 4);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(parts, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_sections, &QListWidget::currentRowChanged, this, &GuideWindow::go);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (!link.isRelative()) // the others are files of the project
            openPage(this, link);
    });
    setFirstSize(this, QSize(fontMetrics().averageCharWidth() * 150, fontMetrics().height() * 48));
    m_text->setFocus();
}

void GuideWindow::wrapCode()
{
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        if (!block.blockFormat().nonBreakableLines())
            continue;
        QTextBlockFormat wrapped;
        wrapped.setNonBreakableLines(false);
        QTextCursor(block).mergeBlockFormat(wrapped);
    }
}

void GuideWindow::listSections()
{
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        if (level != 1 && level != 2)
            continue;
        m_sections->addItem(block.text());
        m_places.append(block.position());
    }
    m_sections->setMinimumWidth(m_sections->sizeHintForColumn(0) + 2 * m_sections->spacing()
                                + 2 * m_sections->frameWidth());
}

void GuideWindow::go(int section)
{
    if (section < 0)
        return;
    QTextCursor cursor(m_text->document());
    cursor.setPosition(m_places[section]);
    m_text->setTextCursor(cursor);
    const QRectF place = m_text->document()->documentLayout()->blockBoundingRect(cursor.block());
    m_text->verticalScrollBar()->setValue(int(place.top()));
}

// A picture must not be wider than the window.
void GuideWindow::fitPictures()
{
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            QTextImageFormat picture = part.fragment().charFormat().toImageFormat();
            if (!picture.isValid())
                continue;
            picture.setWidth(fontMetrics().averageCharWidth() * 100);
            QTextCursor cursor(m_text->document());
            cursor.setPosition(part.fragment().position());
            cursor.setPosition(part.fragment().position() + part.fragment().length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(picture);
            break; // the block has been changed
        }
    }
}

} // namespace Ui
