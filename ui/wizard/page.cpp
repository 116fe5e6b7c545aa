#include "ui/wizard/page.h"

#include "ui/look/emphasis.h"
#include "ui/look/fonts.h"
#include "ui/look/sampleribbon.h"

#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace Ui {

Page::Page(const QString &title, QWidget *parent)
    : QWizardPage(parent), m_body(new QVBoxLayout), m_explanation(new QLabel(this)), m_sample(new SampleRibbon(this))
{
    auto *heading = new QLabel(title, this); // not setTitle(): QWizard shows that in a style of its own
    makeTitle(heading);
    makeSecondary(m_explanation);
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    setAccessibleName(title);
    setBackgroundRole(QPalette::Window); // QWizard gives its pages that of a field
    setAutoFillBackground(true);
    const int margin = em(this) * 3 / 2;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin / 2);
    layout->addWidget(m_sample);
    layout->addWidget(heading);
    layout->addWidget(m_explanation);
    layout->addSpacing(em(this) / 2);
    layout->addLayout(m_body, 1);
}

void Page::setSample(bool sample)
{
    sample ? m_sample->showForAll() : m_sample->hide();
}

void Page::showEvent(QShowEvent *event)
{
    m_wasComplete = isComplete(); // as QWizard has it now
    QWizardPage::showEvent(event);
}

void Page::checkMissing()
{
    const bool isNow = isComplete();
    if (std::exchange(m_wasComplete, isNow) != isNow)
        Q_EMIT completeChanged();
    Q_EMIT missingChanged();
}

void Page::explain(const QString &text)
{
    m_explanation->setText(text);
}

} // namespace Ui
