#include "ui/forms/spreadsheetfield.h"

#include "core/pasted.h"
#include "ui/forms/namesearch.h"
#include "ui/forms/statusline.h"
#include "ui/forms/tell.h"

#include <QCompleter>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTimer>

#include <utility>

namespace Desktop {

SpreadsheetField::SpreadsheetField(QLineEdit *field, StatusLine *info, QObject *parent)
    : QObject(parent), m_field(field), m_info(info), m_offered(new QStandardItemModel(this)), m_pause(new QTimer(this))
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPause);
    connect(m_pause, &QTimer::timeout, this, &SpreadsheetField::lookUp);
    connect(m_field, &QLineEdit::textEdited, this, &SpreadsheetField::edited);
    connect(m_info, &StatusLine::againWanted, this, [this] { m_asked.isEmpty() ? list() : ask(m_asked); });
    connect(m_info, &StatusLine::stopWanted, this, &SpreadsheetField::stopped);
    connect(addCompleter(m_field, m_offered), qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &offered) { ask(idOf(offered)); });
}

void SpreadsheetField::setCatalogue(Setup::Catalogue *catalogue)
{
    if (m_catalogue)
        m_catalogue->disconnect(this);
    m_catalogue = catalogue;
    m_waits = false;
    m_waitsForSheets = false;
    if (!catalogue)
        return;
    connect(catalogue, &Setup::Catalogue::spreadsheetsListed, this, &SpreadsheetField::listed);
    connect(catalogue, &Setup::Catalogue::spreadsheetFetched, this, &SpreadsheetField::fetched);
    connect(catalogue, &Setup::Catalogue::sheetsListed, this, &SpreadsheetField::sheetsFetched);
    list();
    const bool isOfAnother = isIdOrAddress(typed()) && !placeIn(typed()); // of a host that the account now is not of
    m_asked.isEmpty() || isOfAnother ? edited() : ask(m_asked);
}

QString SpreadsheetField::typed() const
{
    return Core::trimmed(m_field->text());
}

Core::Result<Setup::SheetPlace> SpreadsheetField::placeIn(const QString &text) const
{
    return Setup::sheetIn(text, m_catalogue ? m_catalogue->login().workivaUrl : QUrl());
}

void SpreadsheetField::load(const QString &id, const QString &name)
{
    forget();
    m_asked = id;
    m_field->setText(name);
}

void SpreadsheetField::forget()
{
    m_pause->stop();
    m_spreadsheet.reset();
    m_waits = false;
    m_waitsForSheets = false;
    m_hasSheets = false;
    m_fault.reset();
    m_info->clear();
    Q_EMIT sheetsForgotten();
}

void SpreadsheetField::edited()
{
    forget();
    m_asked.clear();
    const QString text = typed();
    const auto place = isIdOrAddress(text) ? placeIn(text) : Core::Result<Setup::SheetPlace>();
    Q_EMIT sheetNamed(place ? place->sheetId : QString());
    if (!isIdOrAddress(text))
        offerListed();
    else if (place)
        ask(place->spreadsheetId);
    else
        m_info->say(failureText(place.error()));
    Q_EMIT changed();
}

void SpreadsheetField::list()
{
    if (!m_catalogue)
        return;
    m_listing = Listing::UnderWay;
    m_listFault.reset();
    m_catalogue->listSpreadsheets();
    offerListed();
}

void SpreadsheetField::listed(const Core::Result<QList<Setup::Spreadsheet>> &listed)
{
    if (m_listing != Listing::UnderWay)
        return;
    m_listing = Listing::Ended;
    if (listed)
        offer(*m_offered, *listed);
    else
        m_listFault = listed.error();
    offerListed();
    if (listed && m_asked.isEmpty() && m_field->hasFocus())
        m_field->completer()->complete(); // of what was typed while it was waited for
}

// What can be said of a name that is typed and not chosen.
void SpreadsheetField::offerListed()
{
    const QString name = typed();
    m_pause->stop();
    if (name.isEmpty() || !m_asked.isEmpty())
        return;
    const bool isListed = m_listing == Listing::Ended && !m_listFault;
    const bool isPart = !m_offered->findItems(name, Qt::MatchContains).isEmpty();
    if (m_listing == Listing::UnderWay)
        m_info->sayWaiting(tr("Asking Workiva for its spreadsheets …"));
    else if (m_listing == Listing::Stopped)
        m_info->sayFailed(tr("Stopped."));
    else if (m_listFault)
        m_info->sayFailed(failureText(*m_listFault));
    else if (isPart)
        m_info->say(tr("Choose one of the spreadsheets that are offered."));
    else if (!mayBeId(name))
        m_info->say(tr("✗ No spreadsheet of this name is found."));
    if (isListed && (isPart ? !onlyIdOf(*m_offered, name).isEmpty() : mayBeId(name)))
        m_pause->start();
}

void SpreadsheetField::lookUp()
{
    const QString text = typed();
    const QString only = onlyIdOf(*m_offered, text);
    ask(only.isEmpty() ? text : only);
}

void SpreadsheetField::ask(const QString &id)
{
    if (!m_catalogue)
        return;
    forget();
    m_waits = true;
    m_waitsForSheets = true;
    m_asked = id;
    showState();
    m_catalogue->fetchSpreadsheet(id);
    m_catalogue->listSheets(id);
    Q_EMIT changed();
}

void SpreadsheetField::fetched(const Core::Result<Setup::Spreadsheet> &spreadsheet)
{
    if (!std::exchange(m_waits, false))
        return; // the field was edited since
    if (spreadsheet)
        m_spreadsheet = *spreadsheet;
    else
        m_fault = spreadsheet.error();
    showState();
    Q_EMIT changed();
}

void SpreadsheetField::sheetsFetched(const Core::Result<QList<Setup::SheetInfo>> &sheets)
{
    if (!std::exchange(m_waitsForSheets, false))
        return;
    if (sheets) {
        m_hasSheets = !sheets->isEmpty();
        Q_EMIT sheetsListed(*sheets);
    } else {
        m_fault = sheets.error();
    }
    showState();
    Q_EMIT changed();
}

void SpreadsheetField::showState()
{
    if (m_fault)
        m_info->sayFailed(failureText(*m_fault));
    else if (isWaiting())
        m_info->sayWaiting(tr("Asking Workiva for the spreadsheet and its sheets …"));
    else if (m_spreadsheet->locked)
        m_info->sayFailed(tr("✗ %1 is locked. Unlock it in Workiva.").arg(m_spreadsheet->name));
    else if (!m_hasSheets)
        m_info->sayFailed(tr("✗ %1 has no sheets.").arg(m_spreadsheet->name));
    else
        m_info->say(tr("✓ %1").arg(m_spreadsheet->name));
}

void SpreadsheetField::stopped()
{
    forget();
    m_listing = Listing::Stopped;
    m_info->sayFailed(tr("Stopped."));
    Q_EMIT changed();
}

} // namespace Desktop
