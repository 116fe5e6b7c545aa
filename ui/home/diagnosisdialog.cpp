#include "ui/home/diagnosisdialog.h"

#include "ui/look/firstsize.h"
#include "ui/look/icons.h"
#include "ui/look/plaintooltip.h"
#include "ui/look/statusline.h"
#include "ui/look/wraplabel.h"
#include "words/diagnosistext.h"
#include "words/shown.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Ui {

DiagnosisDialog::DiagnosisDialog(Profiles::Profile profile, std::unique_ptr<Runs::Doctor> doctor,
                                 Core::ProxyChoice proxy, const Installed &installed, QWidget *parent)
    : QDialog(parent)
    , m_profile(std::move(profile))
    , m_proxy(std::move(proxy))
    , m_doctor(std::move(doctor))
    , m_asking([this](const Runs::Doctor::Schedules &schedules) { examine(schedules); })
    , m_list(new QTreeWidget)
    , m_result(new StatusLine)
{
    setWindowTitle(tr("Diagnosis: %1").arg(Words::shown(m_profile.name)));
    auto *about = new WrapLabel;
    about->setText(tr(
        "What a run of this writeback needs, in this order, with the keychain of your session. Nothing is written."));
    m_list->setAccessibleName(windowTitle());
    m_list->setHeaderLabels({tr("Link"), tr("State"), tr("Found")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_copy->setToolTip(tr("Copy all of it as text, for support; it has no secrets"));
    m_copy->setEnabled(false);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // the other has none
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_result);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &DiagnosisDialog::copy);
    connect(m_doctor.get(), &Runs::Doctor::finished, this, &DiagnosisDialog::showLinks);
    m_result->say({Words::Tone::Waiting, tr("Examining…")});
    setFirstSize(this, QSize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 44));
    if (installed && std::holds_alternative<Profiles::Automatically>(m_profile.schedule))
        m_asking.start([installed](const std::stop_token & /*stop*/) { return std::optional(installed()); });
    else
        examine({});
}

DiagnosisDialog::~DiagnosisDialog() = default;

void DiagnosisDialog::examine(const std::optional<Runs::Doctor::Schedules> &schedules)
{
    m_doctor->examine(m_profile, m_proxy, schedules);
}

void DiagnosisDialog::showLinks()
{
    for (const Setup::Examined &one : m_doctor->links()) {
        const Words::Line state = Words::linkLine(one);
        auto *item =
            new QTreeWidgetItem(m_list, {Words::linkName(one), state.text, Words::shown(Words::linkDetail(one))});
        item->setIcon(1, toneIcon(state.tone));
        item->setToolTip(2, plainToolTip(item->text(2)));
    }
    const Setup::Examined *broken = Runs::firstBroken(m_doctor->links());
    m_list->setCurrentItem(m_list->topLevelItem(broken ? int(broken - m_doctor->links().constData()) : 0));
    if (broken) {
        Words::ErrorText text = Words::brokenText(*broken);
        if (broken->error && broken->error->cause.as<Schedule::Compared>())
            text.next = tr("Choose Schedules on this computer… in the File menu, then Repair all.");
        QStringList parts{tr("The first broken link is “%1”.").arg(Words::linkName(*broken)), text.message, text.next,
                          text.quote.isEmpty() ? QString() : tr("For support: %1").arg(text.quote)};
        parts.removeAll(QString());
        m_result->say({Words::Tone::Error, parts.join(u' ')});
    } else {
        m_result->say({Words::Tone::Ok, tr("Nothing is broken.")});
    }
    m_copy->setEnabled(true);
    for (QLayout *one : {m_result->layout(), layout()}) // the result leaves less room for the list
        one->activate();
    m_list->scrollToItem(m_list->currentItem());
}

void DiagnosisDialog::copy() const
{
    QStringList lines;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_list->topLevelItem(row);
        lines.append(QStringList{item->text(0), item->text(1), item->text(2)}.join(u'\t').trimmed());
    }
    lines.append({QString(), m_result->text()});
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace Ui
