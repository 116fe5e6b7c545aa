#include "ui/forms/domoformdialog.h"

#include "ui/forms/formparts.h"
#include "ui/look/firstsize.h"
#include "ui/look/fonts.h"
#include "ui/look/tonelabel.h"
#include "words/errortext.h"
#include "words/scheduletext.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Ui {

DomoFormDialog::DomoFormDialog(const Setup::ScheduleDraft &before, QWidget *parent)
    : QDialog(parent), m_before(before), m_draft(before), m_pasted(new QPlainTextEdit), m_meaning(new ToneLabel)
{
    setWindowTitle(tr("Schedule from Domo"));
    m_pasted->setAccessibleName(tr("Schedule"));
    m_pasted->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_pasted->setTabChangesFocus(true);
    m_pasted->setPlaceholderText(QStringLiteral("0 28 23 * * ?"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation(tr("Paste the scheduleExpression or the advancedScheduleJson of a stream, as Domo's "
                                     "API has it. It replaces days, times and time zone.")));
    layout->addWidget(wordsBefore(tr("&Schedule"), m_pasted));
    layout->addWidget(m_pasted, 1);
    layout->addWidget(m_meaning);
    layout->addWidget(buttons);
    setFirstSize(this, {44 * em(this), 22 * em(this)});
    connect(m_pasted, &QPlainTextEdit::textChanged, this, &DomoFormDialog::read);
    read();
}

void DomoFormDialog::read()
{
    m_draft = m_before;
    const QString text = m_pasted->toPlainText();
    const auto taken = m_draft.take(text);
    const auto schedule = taken ? m_draft.schedule() : Core::propagate(taken);
    const bool isEmpty = text.trimmed().isEmpty();
    m_ok->setEnabled(schedule.has_value());
    m_meaning->setHidden(isEmpty);
    if (!isEmpty)
        m_meaning->announce(schedule ? Words::Line{Words::Tone::Ok, Words::scheduleText(*schedule)}
                                     : Words::errorLine(schedule.error()));
}

} // namespace Ui
