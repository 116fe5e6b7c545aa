#include "ui/help/supportdialog.h"

#include "ui/look/emphasis.h"
#include "ui/look/firstsize.h"
#include "ui/look/tell.h"

#include <QClipboard>
#include <QDate>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Ui {

SupportDialog::SupportDialog(const QString &report, QWidget *parent) : QDialog(parent), m_report(report)
{
    setWindowTitle(tr("Support report"));
    auto *words = new QLabel(tr("This is the whole report. Nothing is sent: save or copy it, and attach it to your "
                                "message to support. It is in English."));
    words->setWordWrap(true);
    auto *text = new QPlainTextEdit(report);
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setAccessibleName(tr("Support report"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    QPushButton *save = buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole);
    save->setDefault(true);
    makePrimary(save);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // the others have none
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_report); });
    connect(save, &QPushButton::clicked, this, &SupportDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setFirstSize(this, QSize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 40));
    text->setFocus();
}

void SupportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save support report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilter(tr("Texts (*.txt)"));
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(u"workiva-writeback-support-%1.txt"_s.arg(QDate::currentDate().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &SupportDialog::save);
    dialog->open();
}

void SupportDialog::save(const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = m_report.toUtf8();
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        tell(this, {.kind = Core::ErrorKind::Disk, .subject = path, .detail = file.errorString()});
}

} // namespace Ui
