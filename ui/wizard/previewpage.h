#pragma once

#include "ui/wizard/wizardcontext.h"

#include "writeback/runcontroller.h"

#include <QWizardPage>

class QLabel;
class QProgressBar;
class QTableView;

namespace Desktop {

class PreviewModel;
class RegionMap;

// What would change: a dry run, shown. Next is open when the data can be written as it stands.
class PreviewPage final : public QWizardPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewPage)

public:
    explicit PreviewPage(WizardContext &context, QWidget *parent = nullptr);

    void initializePage() override;
    void cleanupPage() override;
    [[nodiscard]] bool isComplete() const override { return m_ready; }

Q_SIGNALS:
    void regionTaken(const Sheet::Region &region); // one of those offered

private:
    void show(const Writeback::RunReport &report);
    void offerRegions(const Sheet::Fit &fit);
    void takeRegion(const QString &link);

    WizardContext &m_context;
    Writeback::RunController m_controller;
    QLabel *m_summary;
    QLabel *m_findings;
    QProgressBar *m_progress;
    QTableView *m_table;
    PreviewModel *m_model;
    RegionMap *m_map;
    bool m_ready = false;
    bool m_again = false;
};

} // namespace Desktop
