#pragma once

#include "ui/wizard/page.h"
#include "ui/wizard/wizardcontext.h"

#include "words/line.h"
#include "writeback/runcontroller.h"

#include <QTimer>

class QProgressBar;

namespace Ui {

class RegionMap;
class ReviewPanel;
class StatusLine;
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
    void shapingTaken(const Sheet::Shaping &shaping); // also in the draft
    void checkAccepted(const Sheet::Acceptance &acceptance); // also in the draft

private:
    void layOut();
    void listen();
    void compare();
    void show(const Writeback::RunReport &report);
    void showWords(const Writeback::RunReport &report);
    void showMap(const Sheet::Fit &fit);
    [[nodiscard]] QList<Words::Line> restLines(const Writeback::ReviewSummary &review) const;
    void showOffers(const QList<Sheet::Region> &regions);
    void takeRegion(const Sheet::Region &region);
    void takeAsText(const QStringList &columns);
    void accept(const Sheet::Acceptance &acceptance);

    WizardContext &m_context;
    Writeback::RunController m_controller;
    QTimer m_start; // of the comparison, once the page has been painted
    StatusLine *m_summary;
    QProgressBar *m_progress;
    ReviewPanel *m_review;
    RegionMap *m_map;
    WrapLabel *m_mapCaption;
    QWidget *m_offers; // regions that would fit
    Writeback::ReviewSummary m_found; // by the last comparison
    bool m_ready = false;
    int m_shown = 0; // counts what the page showed, so that a later part of a report is not shown over another one
    bool m_again = false;
};

} // namespace Ui
