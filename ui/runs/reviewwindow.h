#pragma once

#include "writeback/runreport.h"
#include "writeback/runrequest.h"

#include <QDialog>

class QCheckBox;
class QPushButton;

namespace Ui {

class ReviewPanel;

// The review of a run that waits for a person, in a window of its own: what it compared, and the decision. Closing it
// decides nothing; the run goes on waiting.
class ReviewWindow final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewWindow)

public:
    explicit ReviewWindow(const QString &writeback, QWidget *parent = nullptr);

    void show(const Writeback::RunReport &review); // see RunController::reviewReady()
    using QDialog::show;

Q_SIGNALS:
    void decided(const Writeback::Decision &decision);

private:
    void decide(bool writes);
    void showDecision();

    Writeback::RunReport m_review;
    ReviewPanel *m_panel;
    QCheckBox *m_keepEdits;
    QPushButton *m_decline;
    QPushButton *m_write;
};

} // namespace Ui
