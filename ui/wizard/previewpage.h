#pragma once

#include "ui/wizard/page.h"
#include "ui/wizard/wizardcontext.h"

#include "writeback/runcontroller.h"

#include <QTimer>

class QLabel;
class QProgressBar;
class QTabBar;
class QTableView;

namespace Ui {

class LineList;
class PreviewModel;
class RegionMap;
class StatusLine;
class ToneLabel;
class WrapLabel;

// The changes, as a dry run. Next is enabled if the data can be written as it is.
class PreviewPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewPage)

public:
    explicit PreviewPage(WizardContext &context, QWidget *parent = nullptr);

    void signedIn(); // while the page is shown

    void initializePage() override;
    void cleanupPage() override;
    [[nodiscard]] QString missing() const override;

Q_SIGNALS:
    void regionTaken(const Sheet::Region &region); // one of those offered

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    [[nodiscard]] QWidget *makeNumberMenu();
    void listen();
    void compare();
    void show(const Writeback::RunReport &report);
    void showWords(const Writeback::RunReport &report);
    void showFindings(const Writeback::ReviewSummary &review);
    void showOffers(const QList<Sheet::Region> &regions);
    void fitColumns();
    void takeRegion(const Sheet::Region &region);

    WizardContext &m_context;
    Writeback::RunController m_controller;
    QTimer m_start; // of the comparison, once the page has been painted
    StatusLine *m_summary;
    ToneLabel *m_loss; // what would be cleared or overwritten
    LineList *m_findings;
    QProgressBar *m_progress;
    QTableView *m_table;
    PreviewModel *m_model;
    RegionMap *m_map;
    WrapLabel *m_mapCaption;
    QTabBar *m_sides;
    QLabel *m_cell; // the current cell, as text
    QWidget *m_offers; // regions that would fit
    bool m_ready = false;
    bool m_again = false;
};

} // namespace Ui
