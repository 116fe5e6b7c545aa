#include "ui/look/openpage.h"

#include "ui/look/emphasis.h"
#include "ui/look/opendialog.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenPage)
};

// What is offered instead, to be copied.
struct Offer
{
    QString title;
    QString words;
    QString name; // of the field, for a screen reader
    QString text;
};

Offer offerFor(const QUrl &page)
{
    if (page.isLocalFile())
        return {.title = Text::tr("Open folder"),
                .words = Text::tr("No file manager could be started. The folder is:"),
                .name = Text::tr("Folder"),
                .text = QDir::toNativeSeparators(page.toLocalFile())};
    if (page.scheme() == "mailto"_L1)
        return {.title = Text::tr("Write a message"),
                .words = Text::tr("No mail program could be started. The message is:"),
                .name = Text::tr("Message"),
                .text = QUrlQuery(page).queryItemValue(u"body"_s, QUrl::FullyDecoded).replace("\r\n"_L1, "\n"_L1)};
    return {.title = Text::tr("Open page"),
            .words = Text::tr("No browser could be started. The web address is:"),
            .name = Text::tr("Web address"),
            .text = page.toString(QUrl::FullyEncoded)};
}

void offerToCopy(QWidget *window, const Offer &offer)
{
    auto *dialog = new QDialog(window);
    dialog->setWindowTitle(offer.title);
    auto *words = new QLabel(offer.words);
    words->setWordWrap(true);
    auto *field = new QPlainTextEdit(offer.text);
    field->setReadOnly(true);
    field->setAccessibleName(offer.name);
    field->setTabChangesFocus(true);
    const QFontMetrics metrics = field->fontMetrics();
    const auto lines = std::clamp<qsizetype>(offer.text.count(u'\n') + 1, 2, 16);
    field->setMinimumSize(metrics.averageCharWidth() * 60, int(lines + 1) * metrics.lineSpacing());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(Text::tr("&Copy"), QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // the other one has none
    copy->setDefault(true);
    makePrimary(copy);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(words);
    layout->addWidget(field);
    layout->addWidget(buttons);
    QObject::connect(copy, &QPushButton::clicked, dialog, [dialog, text = offer.text] {
        QGuiApplication::clipboard()->setText(text);
        dialog->accept();
    });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    openDialog(dialog);
    copy->setFocus();
}

} // namespace

void openPage(QWidget *window, const QUrl &page)
{
    if (!QDesktopServices::openUrl(page))
        offerToCopy(window, offerFor(page));
}

} // namespace Ui
