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
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace Ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenPage)
};

void offerAddress(QWidget *window, const QUrl &page)
{
    const bool isFolder = page.isLocalFile();
    const QString address = isFolder ? QDir::toNativeSeparators(page.toLocalFile()) : page.toString(QUrl::FullyEncoded);
    auto *dialog = new QDialog(window);
    dialog->setWindowTitle(isFolder ? Text::tr("Open folder") : Text::tr("Open page"));
    auto *words = new QLabel(isFolder ? Text::tr("No file manager could be started. The folder is:")
                                      : Text::tr("No browser could be started. The web address is:"));
    words->setWordWrap(true);
    auto *field = new QLineEdit(address);
    field->setReadOnly(true);
    field->setAccessibleName(isFolder ? Text::tr("Folder") : Text::tr("Web address"));
    field->setCursorPosition(0);
    field->setMinimumWidth(field->fontMetrics().averageCharWidth() * 60);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(Text::tr("&Copy"), QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // the other one has none
    copy->setDefault(true);
    makePrimary(copy);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(words);
    layout->addWidget(field);
    layout->addWidget(buttons);
    QObject::connect(copy, &QPushButton::clicked, dialog, [dialog, address] {
        QGuiApplication::clipboard()->setText(address);
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
        offerAddress(window, page);
}

} // namespace Ui
