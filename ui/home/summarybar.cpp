#include "ui/home/summarybar.h"

#include "words/kindtext.h"
#include "ui/look/chipbutton.h"
#include "ui/look/flowlayout.h"
#include "ui/look/fonts.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace Ui {

using Kind = ProfilesModel::Kind;

namespace {

constexpr int maxGroupWidth = 30; // characters

} // namespace

SummaryBar::SummaryBar(QWidget *parent)
    : QWidget(parent)
    , m_count(new QLabel(this))
    , m_groupLabel(new QLabel(tr("&Group"), this))
    , m_groups(new QComboBox(this))
{
    m_count->setFont(semiBold(m_count->font()));
    m_groupLabel->setBuddy(m_groups); // on Linux, screen readers know the name of a combo box by its label alone
    m_groups->setAccessibleName(tr("Group"));
    m_groups->view()->setAccessibleName(tr("Groups"));
    m_groups->setToolTip(tr("Show the writebacks of one group"));
    m_groups->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_groups->setMaximumWidth(fontMetrics().averageCharWidth() * maxGroupWidth);
    auto *layout = new QHBoxLayout(this);
    auto *parts = new FlowLayout(FlowLayout::Widths::Own);
    parts->setSpacing(fontMetrics().height() / 3);
    parts->addWidget(m_count);
    for (const Kind kind : {Kind::Verified, Kind::NeedsYou, Kind::Running, Kind::NotRun, Kind::Archived}) {
        auto *part = new ChipButton(Words::kindTone(kind), this);
        part->setToolTip(tr("Show only these"));
        parts->addWidget(part);
        m_parts.append({kind, part});
        connect(part, &ChipButton::clicked, this, [this, part](bool checked) {
            for (const auto &[other, button] : m_parts)
                button->setChecked(button == part && checked);
            Q_EMIT chosen();
        });
    }
    layout->addLayout(parts, 1);
    layout->addWidget(m_groupLabel);
    layout->addWidget(m_groups);
    connect(m_groups, &QComboBox::currentIndexChanged, this, &SummaryBar::chosen);
}

void SummaryBar::show(const ProfilesModel &model)
{
    showGroups(model.groups());
    int count = 0; // of those that the parts count, but for the archived ones
    for (const auto &[kind, part] : m_parts)
        count += kind == Kind::Archived ? 0 : model.count(kind, group());
    m_count->setText(Words::writebacksText(count));
    for (const auto &[kind, part] : m_parts) {
        const int number = model.count(kind, group());
        const bool isShown = number > 0 || part->isChecked(); // one that is on can be switched off
        if (const QString text = Words::kindText(kind, number); text != part->text()) {
            part->setText(text);
            part->updateGeometry();
        }
        if (isShown == part->isHidden())
            part->setVisible(isShown);
    }
}

void SummaryBar::showGroups(const QStringList &groups)
{
    QStringList items{tr("All groups")};
    items += groups;
    for (QWidget *part : {static_cast<QWidget *>(m_groupLabel), static_cast<QWidget *>(m_groups)})
        part->setVisible(!groups.isEmpty());
    QStringList shown;
    for (int item = 0; item < m_groups->count(); ++item)
        shown.append(m_groups->itemText(item));
    if (shown == items)
        return;
    const std::optional<QString> before = group();
    {
        const QSignalBlocker quiet(m_groups);
        m_groups->clear();
        m_groups->addItems(items);
        m_groups->setCurrentIndex(before ? std::max(0, int(items.indexOf(*before, 1))) : 0);
    }
    if (group() != before)
        Q_EMIT chosen();
}

void SummaryBar::clear()
{
    for (const auto &[kind, part] : m_parts)
        part->setChecked(false);
    m_groups->setCurrentIndex(0);
    Q_EMIT chosen();
}

std::optional<Kind> SummaryBar::kind() const
{
    for (const auto &[kind, part] : m_parts) {
        if (part->isChecked())
            return kind;
    }
    return {};
}

std::optional<QString> SummaryBar::group() const
{
    return m_groups->currentIndex() > 0 ? std::optional(m_groups->currentText()) : std::nullopt;
}

} // namespace Ui
