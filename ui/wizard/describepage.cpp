#include "ui/wizard/describepage.h"

#include "ui/forms/fieldwidth.h"
#include "ui/look/card.h"
#include "ui/look/emphasis.h"
#include "ui/look/fonts.h"
#include "ui/look/scrolled.h"
#include "ui/look/statusline.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

using Setup::Naming; // lupdate loses the context of a function whose type is qualified

Naming proposalFor(const Profiles::Profile &profile)
{
    return {.name =
                DescribePage::tr("%1 → %2 / %3").arg(profile.dataSetName, profile.spreadsheetName, profile.sheetPath),
            .description =
                DescribePage::tr("Writes the Domo DataSet \"%1\" to the region %2 of \"%3\" in the spreadsheet \"%4\".")
                    .arg(profile.dataSetName, profile.region.toString(), profile.sheetPath, profile.spreadsheetName)};
}

} // namespace

DescribePage::DescribePage(WizardContext &context, QWidget *parent)
    : Page(tr("Name & Describe"), parent)
    , m_context(context)
    , m_summary(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_description(new QPlainTextEdit(this))
    , m_status(new StatusLine(this))
{
    explain(tr("The name and description of this writeback in the list."));
    m_name->setAccessibleName(tr("Name"));
    m_name->setText(context.draft.profile.name);
    m_description->setAccessibleName(tr("Description"));
    m_description->setTabChangesFocus(true);
    m_description->setPlainText(context.draft.profile.description);
    m_description->setFixedHeight(m_description->fontMetrics().lineSpacing() * 8);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layOut();
    setFocusProxy(m_name);
    if (!context.draft.isNew())
        context.draft.setProposed(proposalFor(context.draft.profile));
    const auto look = [this] {
        showState();
        checkMissing();
    };
    connect(m_name, &QLineEdit::textChanged, this, [this, look] {
        m_context.draft.setName(m_name->text());
        look();
    });
    connect(m_description, &QPlainTextEdit::textChanged, this,
            [this] { m_context.draft.setDescription(m_description->toPlainText()); });
    connect(m_name, &QLineEdit::textEdited, this, &DescribePage::edited);
    connect(m_description, &QPlainTextEdit::modificationChanged, this, [this](bool modified) {
        if (modified) // not when a text was proposed
            Q_EMIT edited();
    });
    connect(&context.store, &Profiles::ProfileStore::changed, this, look); // another instance may have used the name
}

void DescribePage::layOut()
{
    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    auto *heading = new QLabel(tr("What will be saved"), card);
    makeHeading(heading);
    inside->addWidget(heading);
    inside->addWidget(m_summary);
    auto *column = new QWidget(this);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins({});
    for (const auto &[text, field] : std::initializer_list<std::pair<QString, QWidget *>>{
             {tr("&Name"), m_name}, {tr("&Description"), m_description}}) {
        auto *label = new QLabel(text, column);
        QFont bold = label->font();
        bold.setBold(true);
        label->setFont(bold);
        label->setBuddy(field);
        rows->addWidget(label);
        rows->addWidget(field);
        if (field == m_name)
            rows->addWidget(m_status);
        rows->addSpacing(em(this) / 2);
    }
    rows->addWidget(card);
    rows->addStretch(1);
    auto *outside = new QWidget;
    auto *whole = new QVBoxLayout(outside);
    whole->setContentsMargins({});
    whole->addWidget(column);
    limitWidth(whole, column);
    body()->addWidget(scrolled(outside));
}

// As far as it is known: counts only from a preview of what will be saved.
void DescribePage::showSummary()
{
    const Profiles::Profile &profile = m_context.draft.profile;
    const auto &preview = m_context.preview;
    if (!preview) {
        m_summary->setText(
            tr("A writeback of the DataSet \"%1\" to the region %2 of \"%3\" in the spreadsheet \"%4\".")
                .arg(profile.dataSetName, profile.region.toString(), profile.sheetPath, profile.spreadsheetName));
        return;
    }
    const QLocale locale;
    m_summary->setText(tr("A writeback of the DataSet \"%1\" (rows: %5, columns: %6) to the region %2 of \"%3\" in the "
                          "spreadsheet \"%4\"; according to the preview, the next run writes %7 cells and clears %8.")
                           .arg(profile.dataSetName, profile.region.toString(), profile.sheetPath,
                                profile.spreadsheetName, locale.toString(preview->sourceRows),
                                locale.toString(preview->sourceColumns),
                                locale.toString(preview->changes.added + preview->changes.changed),
                                locale.toString(preview->changes.cleared)));
}

void DescribePage::initializePage()
{
    showSummary();
    const Setup::Naming before{m_context.draft.profile.name, m_context.draft.profile.description};
    m_context.draft.propose(proposalFor(m_context.draft.profile));
    const Profiles::Profile profile = m_context.draft.profile;
    if (profile.name != before.name)
        m_name->setText(profile.name);
    if (profile.description != before.description)
        m_description->setPlainText(profile.description);
}

void DescribePage::setStoring(bool storing)
{
    m_storing = storing;
    showState();
    m_name->setReadOnly(storing);
    m_description->setReadOnly(storing);
    checkMissing();
}

void DescribePage::showState()
{
    if (m_storing)
        m_status->say(
            {Words::Tone::Waiting, tr("Storing the secrets in the system keychain… Cancel discards all changes.")});
    else if (m_context.draft.nameFault() == Setup::WritebackDraft::NameFault::Taken)
        m_status->say({Words::Tone::Error, tr("Another writeback already has this name. Choose a different name.")});
    else
        m_status->clear();
}

QString DescribePage::missing() const
{
    if (m_storing)
        return tr("Storing the secrets.");
    switch (m_context.draft.nameFault()) {
    case Setup::WritebackDraft::NameFault::None: return {};
    case Setup::WritebackDraft::NameFault::Missing: return tr("Enter a name.");
    case Setup::WritebackDraft::NameFault::Taken: return tr("Another writeback already has this name.");
    }
    Q_UNREACHABLE();
}

} // namespace Ui
