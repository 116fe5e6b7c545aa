#include "ui/settings/settingsdialog.h"

#include "core/pasted.h"
#include "ui/look/emphasis.h"
#include "ui/look/firstsize.h"
#include "ui/look/openpage.h"
#include "ui/look/scrolled.h"
#include "ui/look/statusline.h"
#include "ui/settings/languages.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

using Use = Core::ProxyChoice::Use;

// A sentence below a field.
QLabel *explanation(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    makeSecondary(label);
    return label;
}

void select(QComboBox *box, const QVariant &value)
{
    if (const int row = box->findData(value); row >= 0)
        box->setCurrentIndex(row);
}

} // namespace

SettingsDialog::SettingsDialog(const Profiles::Settings &settings, const Surroundings &around, QWidget *parent)
    : QDialog(parent)
    , m_given(settings)
    , m_language(new QComboBox(this))
    , m_runsAtOnce(new QSpinBox(this))
    , m_confirms(new QCheckBox(tr("&Confirm every run before it writes"), this))
    , m_notifies(new QCheckBox(tr("Show &notifications"), this))
    , m_proxy(new QComboBox(this))
    , m_host(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_proxyFault(new StatusLine(this))
{
    setWindowTitle(tr("Settings"));
    m_language->setAccessibleName(tr("Language"));
    m_runsAtOnce->setAccessibleName(tr("Simultaneous runs"));
    m_proxy->setAccessibleName(tr("Proxy"));
    m_host->setAccessibleName(tr("Proxy host"));
    m_port->setAccessibleName(tr("Proxy port"));
    addLanguages(around.languages, settings.language);
    m_runsAtOnce->setRange(1, Profiles::Settings::maxRunsAtOnce);
    m_runsAtOnce->setValue(settings.runsAtOnce);
    m_confirms->setChecked(settings.confirmsEveryRun);
    m_notifies->setChecked(settings.notifies);
    m_proxy->addItem(tr("Use the system setting"), int(Use::System));
    m_proxy->addItem(tr("No proxy"), int(Use::None));
    m_proxy->addItem(tr("This HTTP proxy"), int(Use::Manual));
    select(m_proxy, int(settings.proxy.use));
    m_host->setText(settings.proxy.host);
    m_port->setRange(1, std::numeric_limits<quint16>::max());
    m_port->setValue(settings.proxy.port);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    makePrimary(m_save);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({}); // the other one has none
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scrolled(makeForm(around)), 1);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_proxy, &QComboBox::currentIndexChanged, this, &SettingsDialog::showState);
    connect(m_host, &QLineEdit::textChanged, this, &SettingsDialog::showState);
    showState();
    m_language->setFocus();
    setFirstSize(this, QSize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 42));
}

SettingsDialog::~SettingsDialog() = default;

QWidget *SettingsDialog::makeForm(const Surroundings &around)
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("&Language"), m_language);
    form->addRow({}, explanation(tr("Takes effect the next time this program starts.")));
    form->addRow(tr("Simultaneous &runs"), m_runsAtOnce);
    form->addRow(
        {},
        explanation(
            tr("Additional runs wait their turn. Two runs of this program never write to the same sheet at once.")));
    form->addRow(tr("Before writing"), m_confirms);
    form->addRow({},
                 explanation(tr("Otherwise a run asks only if it would overwrite formulas, or clear more cells than it "
                                "writes.")));
    form->addRow(tr("Notifications"), m_notifies);
    form->addRow({}, explanation(tr("When a run ends or needs your confirmation, and this window is not in front.")));
    addProxy(form);
    addFolder(form, around.dataFolder);
    return page;
}

void SettingsDialog::addLanguages(const QStringList &languages, const QString &chosen)
{
    m_language->addItem(tr("Use the system setting"), QString());
    for (const QString &language : languages)
        m_language->addItem(languageName(language), language);
    if (!chosen.isEmpty() && !languages.contains(chosen)) // its translation may be installed again
        m_language->addItem(tr("%1 (not installed)").arg(languageName(chosen)), chosen);
    select(m_language, chosen);
}

void SettingsDialog::addProxy(QFormLayout *form)
{
    auto *place = new QHBoxLayout;
    auto *portLabel = new QLabel(tr("P&ort"));
    portLabel->setBuddy(m_port);
    place->addWidget(m_host, 1);
    place->addWidget(portLabel);
    place->addWidget(m_port);
    form->addRow(tr("&Proxy"), m_proxy);
    form->addRow(tr("Proxy &host"), place);
    qobject_cast<QLabel *>(form->labelForField(place))->setBuddy(m_host);
    form->addRow({}, m_proxyFault);
    form->addRow({},
                 explanation(tr("For runs and searches that begin after you save. Services on this computer are always "
                                "reached directly.")));
}

void SettingsDialog::addFolder(QFormLayout *form, const QString &folder)
{
    auto *place = new QHBoxLayout;
    auto *path = new QLineEdit(QDir::toNativeSeparators(folder));
    path->setReadOnly(true);
    path->setToolTip(path->text());
    path->end(false); // a path loses its beginning
    path->setAccessibleName(tr("Data folder"));
    auto *open = new QPushButton(tr("Open &folder"));
    connect(open, &QPushButton::clicked, this, [this, folder] { openPage(this, QUrl::fromLocalFile(folder)); });
    place->addWidget(path, 1);
    place->addWidget(open);
    form->addRow(tr("&Data folder"), place);
    qobject_cast<QLabel *>(form->labelForField(place))->setBuddy(path);
    form->addRow({},
                 explanation(tr("The run history is stored here. To store everything but the secrets in another "
                                "folder, start this program with %1.")
                                 .arg(u"--data-dir"_s)));
}

Profiles::Settings SettingsDialog::entered() const
{
    return {.language = m_language->currentData().toString(),
            .proxy = {Use(m_proxy->currentData().toInt()), Core::trimmed(m_host->text()), quint16(m_port->value())},
            .notifies = m_notifies->isChecked(),
            .runsAtOnce = m_runsAtOnce->value(),
            .confirmsEveryRun = m_confirms->isChecked()};
}

void SettingsDialog::showState()
{
    const Core::ProxyChoice proxy = entered().proxy;
    const bool isManual = proxy.use == Use::Manual;
    m_host->setEnabled(isManual);
    m_port->setEnabled(isManual);
    const bool isValid = !isManual || Profiles::isHostName(proxy.host);
    m_save->setEnabled(isValid);
    if (isValid)
        m_proxyFault->clear();
    else if (proxy.host.isEmpty())
        m_proxyFault->say(tr("Enter the host of the proxy."));
    else
        m_proxyFault->say(
            {Words::Tone::Error,
             tr("This is not the name of a host. Enter the name alone, such as %1, and the port beside it.")
                 .arg(u"proxy.example.com"_s)});
}

void SettingsDialog::accept()
{
    if (const Profiles::Settings settings = entered(); settings != m_given)
        Q_EMIT saved(settings);
    QDialog::accept();
}

} // namespace Ui
