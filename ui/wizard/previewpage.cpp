#include "ui/wizard/previewpage.h"

#include "ui/review/previewmodel.h"
#include "ui/review/regionmap.h"
#include "ui/runs/runrequests.h"
#include "words/errortext.h"
#include "words/reporttext.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QTableView>
#include <QVBoxLayout>

namespace Desktop {

PreviewPage::PreviewPage(WizardContext &context, QWidget *parent)
    : QWizardPage(parent)
    , m_context(context)
    , m_summary(new QLabel(this))
    , m_findings(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_table(new QTableView(this))
    , m_model(new PreviewModel(this))
    , m_map(new RegionMap(this))
{
    setTitle(tr("Preview"));
    setSubTitle(tr("What will change, cell by cell, where it will land. Nothing has been written."));
    for (QLabel *label : {m_summary, m_findings}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    }
    m_progress->setRange(0, 0);
    m_progress->setAccessibleName(tr("Progress of the preview"));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Preview"));
    m_table->setWordWrap(false);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setDefaultSectionSize(m_table->fontMetrics().averageCharWidth() * 16);

    auto *top = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->addWidget(m_summary);
    words->addWidget(m_findings);
    words->addWidget(m_progress);
    words->addStretch();
    top->addLayout(words, 1);
    top->addWidget(m_map);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);

    connect(m_findings, &QLabel::linkActivated, this, &PreviewPage::takeRegion);
    connect(&m_controller, &Writeback::RunController::stepStarted, this,
            [this](Writeback::StepName step) { m_summary->setText(Words::stepText(step) + QStringLiteral(" …")); });
    connect(&m_controller, &Writeback::RunController::finished, this, &PreviewPage::show);
}

void PreviewPage::initializePage()
{
    m_ready = false;
    m_model->show(nullptr);
    m_map->clear();
    m_findings->clear();
    m_summary->setText(tr("Comparing the DataSet with the region …"));
    m_progress->show();
    m_again = m_controller.isRunning(); // the one that was left is still ending: show() begins anew
    if (m_again)
        return;
    Writeback::RunRequest request = runRequest(m_context.profile, m_context.catalogue->login());
    request.dryRun = true;
    m_controller.start(request);
}

void PreviewPage::cleanupPage()
{
    m_again = false;
    m_controller.cancel();
}

void PreviewPage::show(const Writeback::RunReport &report)
{
    if (m_again)
        return initializePage();
    m_progress->hide();
    m_model->show(report.comparison);
    m_map->show(m_context.profile.region, report.review.fit);
    QStringList findings;
    for (const Writeback::Finding &finding : report.review.findings)
        findings.append((finding.refuses ? QStringLiteral("✗ ") : QStringLiteral("• "))
                        + Words::findingText(finding, report.review).toHtmlEscaped());
    m_findings->setText(findings.join(QStringLiteral("<br>")));
    if (report.error) {
        const Words::ErrorText text = Words::errorText(*report.error);
        m_summary->setText(QStringLiteral("✗ %1 %2").arg(text.message, text.next));
        if (report.error->kind == Core::ErrorKind::Overflow)
            offerRegions(report.review.fit);
        Q_EMIT completeChanged();
        return;
    }
    const Writeback::ChangeCounts &changes = report.review.changes;
    const QLocale locale;
    m_summary->setText(
        tr("%1 rows and %2 columns go to %3: %4 cells are changed, %5 are new, %6 are cleared, %7 stay as they are.")
            .arg(locale.toString(report.review.sourceRows), locale.toString(report.review.sourceColumns),
                 Sheet::toA1(report.review.fit.data), locale.toString(changes.changed), locale.toString(changes.added),
                 locale.toString(changes.cleared), locale.toString(changes.unchanged)));
    m_ready = true;
    Q_EMIT completeChanged();
}

void PreviewPage::offerRegions(const Sheet::Fit &fit)
{
    QStringList links;
    for (const Sheet::Region &region : fit.alternatives)
        links.append(QStringLiteral("<a href=\"%1\">%1</a>").arg(region.toString()));
    if (!links.isEmpty())
        m_findings->setText(tr("Take one of these regions instead: %1").arg(links.join(QStringLiteral(" "))));
}

void PreviewPage::takeRegion(const QString &link)
{
    const auto region = Sheet::Region::parse(link);
    if (!region || m_controller.isRunning())
        return;
    m_context.profile.region = *region;
    Q_EMIT regionTaken(*region);
    initializePage();
    Q_EMIT completeChanged();
}

} // namespace Desktop
