#include "ui/review/changesexport.h"

#include "review/changescsv.h"
#include "review/keeping.h"
#include "review/xlsxexport.h"
#include "ui/look/messagebar.h"
#include "ui/look/tell.h"
#include "words/changetext.h"
#include "words/shown.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

constexpr int thousandths = 1000;

Core::Result<void> write(const Writeback::Comparison &comparison, const Review::ExportText &text, const QString &path,
                         Review::ExportProgress &progress)
{
    if (path.endsWith(".csv"_L1, Qt::CaseInsensitive))
        return Review::writeChangesCsv(comparison, text, path, &progress);
    return Review::writeReviewXlsx(comparison, Review::totals(comparison), text, path, Sheet::maxRows, &progress);
}

} // namespace

ChangesExport::ChangesExport(QWidget *parent)
    : QWidget(parent)
    , m_writing([this](const Core::Result<void> &written) { end(written); })
    , m_line(new QWidget(this))
    , m_what(new QLabel(m_line))
    , m_bar(new QProgressBar(m_line))
    , m_message(new MessageBar(this))
{
    m_what->setTextFormat(Qt::PlainText);
    m_bar->setRange(0, thousandths);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the export"));
    auto *stop = new QPushButton(tr("Stop"), m_line);
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins({});
    line->addWidget(m_what);
    line->addWidget(m_bar, 1);
    line->addWidget(stop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_line);
    layout->addWidget(m_message);
    m_line->hide();
    m_look.setInterval(100);
    connect(stop, &QPushButton::clicked, this, &ChangesExport::cancel);
}

ChangesExport::~ChangesExport()
{
    cancel();
}

void ChangesExport::choose(const Writeback::RunReport &report, const QDateTime &compared,
                           const std::vector<Sheet::Span> &kept)
{
    auto *dialog = new QFileDialog(this, tr("Export changes"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    const QString xlsx = tr("Excel workbook (*.xlsx)");
    dialog->setNameFilters({xlsx, tr("Table (*.csv)")});
    dialog->setDefaultSuffix(u"xlsx"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog, xlsx](const QString &filter) { dialog->setDefaultSuffix(filter == xlsx ? u"xlsx"_s : u"csv"_s); });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, report, compared, kept](const QString &path) { start(report, compared, path, kept); });
    dialog->open();
}

void ChangesExport::start(const Writeback::RunReport &report, const QDateTime &compared, const QString &path,
                          const std::vector<Sheet::Span> &kept)
{
    if (isRunning() || !report.comparison)
        return;
    m_path = path;
    m_progress = std::make_shared<Review::ExportProgress>();
    const Writeback::ChangeCounts &changes = report.review.changes;
    const qint64 all = std::max<qint64>(changes.changed + changes.added + changes.cleared, 1);
    m_what->setText(tr("Exporting to %1…").arg(Words::shown(QFileInfo(path).fileName())));
    m_bar->setValue(0);
    m_message->show({});
    m_line->show();
    m_look.disconnect(this);
    m_look.callOnTimeout(this, [this, all] { m_bar->setValue(int(m_progress->changes() * thousandths / all)); });
    m_look.start();
    m_writing.start([comparison = report.comparison, text = Words::exportText(report, compared), path, kept,
                     progress = m_progress](const std::stop_token &) {
        return std::optional(kept.empty() ? write(*comparison, text, path, *progress)
                                          : write(Review::withKept(*comparison, kept), text, path, *progress));
    });
}

void ChangesExport::cancel()
{
    if (m_progress)
        m_progress->cancel();
}

void ChangesExport::end(const Core::Result<void> &written)
{
    m_look.stop();
    m_line->hide();
    m_progress.reset();
    const QString name = Words::shown(QFileInfo(m_path).fileName());
    if (written)
        m_message->show({Words::Tone::Ok, tr("Exported to %1.").arg(name)});
    else if (written.error().kind == Core::ErrorKind::Cancelled)
        m_message->show({Words::Tone::Note, tr("The export was stopped. No file was written.")});
    else
        tell(this, written.error());
    Q_EMIT ended();
}

} // namespace Ui
