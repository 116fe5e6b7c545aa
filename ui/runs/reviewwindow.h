#pragma once

#include "writeback/runreport.h"
#include "writeback/runrequest.h"

#include <QDialog>

class QCheckBox;
class QPushButton;

namespace Ui {

class ReviewPanel;
class ToneLabel;

// The review of a run that waits for a person, in a window of its own: what it compared, what is accepted, which edited
// cells are kept, and the decision. Closing it decides nothing; the run goes on waiting.
class ReviewWindow final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewWindow)

public:
    explicit ReviewWindow(const QString &writeback, QWidget *parent = nullptr);

    void show(const Writeback::RunReport &review); // see RunController::reviewReady()
    using QDialog::show;
    void setFindings(const QList<Writeback::Finding> &findings); // of the same review: one was accepted

Q_SIGNALS:
    void checkAccepted(const Sheet::Acceptance &acceptance); // by the user; setFindings() shows it
    void decided(const Writeback::Decision &decision);

private:
    void keepAll(bool keeps);
    void decide(bool writes);
    void showDecision();

    ReviewPanel *m_panel;
    ToneLabel *m_undecided; // what it means to write without accepting
    QCheckBox *m_keepEdits;
    QPushButton *m_decline;
    QPushButton *m_write;
};

} // namespace Ui
