#pragma once

#include <QWizardPage>

class QLabel;
class QVBoxLayout;

namespace Ui {

class SampleRibbon;

// A page of the wizard, with its title and an explanation at the top. Complete if nothing is missing; otherwise it says
// what is. Entries must not be lost by a single key press, so each page emits when one was made.
class Page : public QWizardPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Page)

public:
    Page(const QString &title, QWidget *parent);

    [[nodiscard]] virtual QString missing() const = 0; // what is still required; empty: nothing
    [[nodiscard]] bool isComplete() const final { return missing().isEmpty(); }
    void setSample(bool sample); // says that it uses the sample data

Q_SIGNALS:
    void missingChanged(); // or may have
    void edited(); // by the user
    void signInStopped(); // by the user, while the page waits for it

protected:
    [[nodiscard]] QVBoxLayout *body() const { return m_body; } // below the explanation
    // After whatever may change missing(). completeChanged() is emitted only if the page is complete now and was not,
    // or the other way round: QWizard answers it by hiding and showing all that it has.
    void checkMissing();
    void explain(const QString &text); // below the title
    void showEvent(QShowEvent *event) override;

private:
    bool m_wasComplete = false;
    QVBoxLayout *m_body;
    QLabel *m_explanation;
    SampleRibbon *m_sample;
};

} // namespace Ui
