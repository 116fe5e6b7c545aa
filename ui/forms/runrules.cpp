#include "ui/forms/runrules.h"

#include "ui/forms/durationfield.h"
#include "ui/forms/formparts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Ui {

RunRules::RunRules(QWidget *parent)
    : QWidget(parent)
    , m_onFailure(new QComboBox)
    , m_tries(numberField(tr("Number of retries"), 1, Profiles::maxTries))
    , m_wait(new DurationField(tr("Wait before a retry"), {.most = Profiles::maxWait}))
    , m_catchUp(new DurationField(tr("Make up for missed runs within"),
                                  {.least = std::chrono::minutes(0), .most = Profiles::maxCatchUp}, tr("Not at all")))
    , m_pauseAfter(numberField(tr("Pause after failures in a row"), 0, Profiles::maxFailures))
    , m_onlyNewData(new QCheckBox(tr("Only if the DataSet has chan&ged")))
    , m_confirmChanges(new QCheckBox(tr("Wait for a person after a &change")))
{
    m_onFailure->addItem(tr("Do not retry"), false);
    m_onFailure->addItem(tr("Always retry when an update fails"), true);
    m_onFailure->setAccessibleName(tr("Error handling"));
    m_onFailure->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_onFailure->setWhatsThis(tr("Only what another attempt can cure is retried, such as a service that does not "
                                 "respond. Each attempt is a run in the history."));
    m_catchUp->setWhatsThis(tr("A run is missed if this computer is off or asleep at its time. Several missed runs are "
                               "made up for by one."));
    m_pauseAfter->setSpecialValueText(tr("Never"));
    m_pauseAfter->setWhatsThis(tr("A paused schedule runs nothing until a person has run the writeback."));
    m_onlyNewData->setToolTip(
        tr("Look at the DataSet first, and run only if it was loaded since the last verified run"));
    m_onlyNewData->setWhatsThis(m_onlyNewData->toolTip());
    m_confirmChanges->setToolTip(
        tr("The first run after the writeback or this program was changed waits for a person"));
    m_confirmChanges->setWhatsThis(m_confirmChanges->toolTip());

    m_retryRow = rowOf({m_tries, new QLabel(tr("times, after")), m_wait});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(labelAbove(tr("When a run &fails"), m_onFailure));
    layout->addWidget(m_onFailure);
    layout->addWidget(m_retryRow);
    layout->addWidget(rowOf({wordsBefore(tr("Pa&use after failures in a row"), m_pauseAfter), m_pauseAfter}));
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addWidget(labelAbove(tr("Ma&ke up for missed runs within"), m_catchUp));
    layout->addWidget(rowOf({m_catchUp}));
    layout->addSpacing(fontMetrics().height() / 2);
    layout->addWidget(m_onlyNewData);
    layout->addWidget(m_confirmChanges);

    connect(m_onFailure, &QComboBox::currentIndexChanged, this, &RunRules::showRetry);
    connect(m_onFailure, &QComboBox::currentIndexChanged, this, &RunRules::edited);
    for (const QSpinBox *field : {m_tries, m_pauseAfter})
        connect(field, &QSpinBox::valueChanged, this, &RunRules::edited);
    for (const DurationField *field : {m_wait, m_catchUp})
        connect(field, &DurationField::edited, this, &RunRules::edited);
    for (const QCheckBox *box : {m_onlyNewData, m_confirmChanges})
        connect(box, &QCheckBox::toggled, this, &RunRules::edited);
    load({});
}

void RunRules::load(const Profiles::Automatically &rules)
{
    const QSignalBlocker noEdit(this);
    const Profiles::Retry retry = rules.retry.value_or(Profiles::Retry());
    m_onFailure->setCurrentIndex(m_onFailure->findData(rules.retry.has_value()));
    m_tries->setValue(retry.tries);
    m_wait->setDuration(retry.wait);
    m_catchUp->setDuration(rules.catchUp);
    m_pauseAfter->setValue(rules.pauseAfter);
    m_onlyNewData->setChecked(rules.onlyNewData);
    m_confirmChanges->setChecked(rules.confirmChanges);
    showRetry();
}

Profiles::Automatically RunRules::rules() const
{
    Profiles::Automatically rules{.catchUp = m_catchUp->duration(),
                                  .onlyNewData = m_onlyNewData->isChecked(),
                                  .pauseAfter = m_pauseAfter->value(),
                                  .confirmChanges = m_confirmChanges->isChecked()};
    if (m_onFailure->currentData().toBool())
        rules.retry = Profiles::Retry{m_tries->value(), m_wait->duration()};
    return rules;
}

void RunRules::showRetry()
{
    m_retryRow->setVisible(m_onFailure->currentData().toBool());
}

} // namespace Ui
