#include "ui/forms/checksdialog.h"

#include "ui/look/emphasis.h"
#include "ui/look/firstsize.h"
#include "ui/look/fonts.h"
#include "ui/look/scrolled.h"
#include "ui/look/wraplabel.h"
#include "words/findingtext.h"
#include "words/shown.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Ui {

namespace {

constexpr int hundredths = 100;

QString capitalized(QString text)
{
    return text.isEmpty() ? text : text.replace(0, 1, text.at(0).toUpper());
}

} // namespace

ChecksDialog::ChecksDialog(const Sheet::GuardRules &rules, QWidget *parent)
    : QDialog(parent), m_accepted(rules.accepted)
{
    setWindowTitle(tr("Checks before writing"));
    auto *explanation = new WrapLabel;
    explanation->setText(
        tr("What happens if a check finds something: nothing, a note in the review and the report, or a "
           "stop. A run that stops asks you if it can, and is refused otherwise."));
    makeSecondary(explanation);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->addWidget(makeRows(rules));
    addAccepted(column);
    column->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addWidget(scrolled(content), 1);
    layout->addWidget(buttons);
    setFirstSize(this, {52 * em(this), 44 * em(this)});
}

QWidget *ChecksDialog::makeRows(const Sheet::GuardRules &rules)
{
    auto *rows = new QWidget;
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins({});
    grid->setColumnStretch(0, 1);
    for (int kind = 0; kind <= int(Writeback::Finding::lastKind); ++kind) {
        const auto guard = Writeback::guardOf(Writeback::Finding::Kind(kind));
        if (!guard)
            continue;
        const QString name = capitalized(Words::findingName({.kind = Writeback::Finding::Kind(kind)}));
        auto *level = new QComboBox;
        level->setAccessibleName(name);
        level->addItem(tr("Off"), int(Sheet::GuardLevel::Off));
        level->addItem(tr("Note"), int(Sheet::GuardLevel::Warn));
        level->addItem(tr("Stop"), int(Sheet::GuardLevel::Stop));
        level->setCurrentIndex(level->findData(int(rules.level(*guard))));
        QDoubleSpinBox *threshold = nullptr;
        if (const auto unit = Sheet::thresholdUnit(*guard); unit != Sheet::ThresholdUnit::None) {
            threshold = new QDoubleSpinBox;
            threshold->setAccessibleName(tr("Limit: %1").arg(name));
            threshold->setRange(0, 100'000);
            threshold->setDecimals(unit == Sheet::ThresholdUnit::Days ? 0 : 2);
            threshold->setPrefix(tr("more than ", "15 %"));
            threshold->setSuffix(unit == Sheet::ThresholdUnit::Days ? tr(" days") : tr(" %"));
            threshold->setValue(double(rules.threshold(*guard)) / hundredths);
        }
        auto *label = new WrapLabel;
        label->setText(name);
        label->setBuddy(level);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0, Qt::AlignVCenter);
        if (threshold)
            grid->addWidget(threshold, row, 1);
        grid->addWidget(level, row, 2);
        m_rows[*guard] = {level, threshold};
    }
    return rows;
}

void ChecksDialog::addAccepted(QVBoxLayout *layout)
{
    if (m_accepted.isEmpty())
        return;
    auto *heading = new QLabel(tr("Accepted"));
    makeHeading(heading);
    layout->addWidget(heading);
    for (const Sheet::Acceptance &one : m_accepted) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins({});
        auto *text = new WrapLabel;
        text->setText(tr("%1, until %2: %3", "check, date, reason")
                          .arg(capitalized(Words::guardText(one.guard)),
                               QLocale().toString(one.until, QLocale::ShortFormat), Words::shown(one.reason)));
        auto *remove = new QPushButton(tr("Withdraw"));
        remove->setAccessibleName(tr("Withdraw: %1").arg(text->text()));
        row->addWidget(text, 1);
        row->addWidget(remove);
        layout->addWidget(line);
        connect(remove, &QPushButton::clicked, this, [this, line, one] {
            m_accepted.removeOne(one);
            line->hide();
        });
    }
}

Sheet::GuardRules ChecksDialog::rules() const
{
    Sheet::GuardRules rules{.accepted = m_accepted};
    for (const auto &[guard, row] : m_rows) {
        const auto level = Sheet::GuardLevel(row.level->currentData().toInt());
        if (level != Sheet::defaultLevel(guard))
            rules.levels[guard] = level;
        if (!row.threshold)
            continue;
        const int threshold = qRound(row.threshold->value() * hundredths);
        if (threshold != Sheet::GuardRules().threshold(guard))
            rules.thresholds[guard] = threshold;
    }
    return rules;
}

} // namespace Ui
