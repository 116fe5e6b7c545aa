#include "ui/help/aboutdialog.h"

#include "ui/look/applicationicon.h"
#include "ui/look/firstsize.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

// Its lines are those of a file, its paragraphs those of the text.
QString licenceText()
{
    QFile file(u":/guide/LICENSE"_s);
    if (!file.open(QFile::ReadOnly))
        return {};
    QStringList paragraphs = QString::fromUtf8(file.readAll()).toHtmlEscaped().split(u"\n\n"_s);
    for (QString &paragraph : paragraphs)
        paragraph = u"<p>%1</p>"_s.arg(paragraph.simplified());
    return paragraphs.join(QString());
}

QString tableOf(const QList<ForeignPart> &parts)
{
    QString rows;
    for (const ForeignPart &part : parts)
        rows += u"<tr><td>%1</td><td>%2</td><td>%3</td></tr>"_s.arg(
            part.name.toHtmlEscaped(), part.licence.toHtmlEscaped(), part.use.toHtmlEscaped());
    return u"<table cellpadding='3'>%1</table>"_s.arg(rows);
}

} // namespace

QList<ForeignPart> foreignParts()
{
    const auto tr = [](const char *text) { return AboutDialog::tr(text); };
    return {
        {u"Qt %1"_s.arg(QLatin1String(qVersion())), u"LGPL 3"_s, tr("windows, network, database, drawings")},
        {u"Qt HTTP Server"_s, u"GPL 3"_s, tr("the local sandbox of the sample data")},
        {u"QtKeychain"_s, u"BSD 3-Clause"_s, tr("the system keychain")},
        {u"RapidJSON"_s, u"MIT"_s, tr("cell values as JSON")},
        {u"tl::expected"_s, u"CC0 1.0"_s, tr("results and errors")},
        {u"Boost.Multiprecision"_s, u"Boost 1.0"_s, tr("exact totals")},
        {u"libxlsxwriter"_s, u"BSD 2-Clause"_s, tr("reviews as .xlsx files")},
        {u"Minizip"_s, u"Zlib"_s, tr("reviews as .xlsx files")},
        {u"zlib"_s, u"Zlib"_s, tr("compressed responses")},
        {u"libcsv"_s, u"LGPL 2.1"_s, tr("the sample data")},
        {u"SQLite"_s, tr("public domain"), tr("the run history, through Qt")},
        {u"OpenSSL"_s, u"Apache 2.0"_s, tr("encrypted connections, through Qt")},
#ifdef WRITEBACK_FONTCONFIG
        {u"Fontconfig"_s, u"MIT"_s, tr("fonts")},
#endif
    };
}

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About Workiva Writeback"));
    auto *picture = new QLabel;
    const int size = fontMetrics().height() * 4;
    picture->setPixmap(applicationIcon().pixmap(QSize(size, size), devicePixelRatioF()));
    picture->setAlignment(Qt::AlignTop);
    auto *words =
        new QLabel(tr("<p><b>Workiva Writeback %1</b></p>"
                      "<p>Writes a Domo DataSet to a region of a Workiva spreadsheet and verifies every cell.</p>")
                       .arg(QCoreApplication::applicationVersion()));
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *licences = new QTextBrowser;
    licences->setAccessibleName(tr("Licenses"));
    licences->setOpenLinks(false);
    licences->setHtml(u"<h4>%1</h4>%2<h4>%3</h4>%4"_s.arg(
        tr("License").toHtmlEscaped(), licenceText(), tr("Third-party components and their licenses").toHtmlEscaped(),
        tableOf(foreignParts())));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *top = new QHBoxLayout;
    top->addWidget(picture);
    top->addWidget(words, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(licences, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setFirstSize(this, QSize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 38));
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

} // namespace Ui
