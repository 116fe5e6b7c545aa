#include "setup/spreadsheetchoice.h"

#include "core/pasted.h"
#include "setup/cataloguesource.h"

#include <algorithm>
#include <functional>

namespace Setup {

SpreadsheetChoice::SpreadsheetChoice(QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        const QString only = onlyIdOf(m_offers, m_text);
        choose(only.isEmpty() ? m_text : only);
    });
    connect(&m_listed, &Search::answered, this, &SpreadsheetChoice::listed);
    connect(&m_spreadsheet, &Search::answered, this, &SpreadsheetChoice::changed);
    connect(&m_sheets, &Search::answered, this, [this] {
        if (m_sheets.found())
            Q_EMIT sheetsListed(*m_sheets.found());
        Q_EMIT changed();
    });
}

void SpreadsheetChoice::setCatalogue(Catalogue *catalogue)
{
    m_catalogue = catalogue;
    m_listed.setSource(sourceOf(catalogue, &Catalogue::listSpreadsheets));
    m_spreadsheet.setSource(sourceOf(catalogue, &Catalogue::fetchSpreadsheet));
    m_sheets.setSource(sourceOf(catalogue, &Catalogue::listSheets));
    if (!catalogue)
        return;
    list();
    // Of a host that does not match the current account.
    const bool isOfAnother = isIdOrAddress(m_text) && !typedPlace();
    m_spreadsheet.question() && !isOfAnother ? choose(*m_spreadsheet.question()) : type(m_text);
}

Core::Result<SheetPlace> SpreadsheetChoice::typedPlace() const
{
    return sheetIn(m_text, m_catalogue ? m_catalogue->logins().workiva.baseUrl : QUrl());
}

void SpreadsheetChoice::load(const NamedId &known)
{
    m_text = Core::trimmed(known.name);
    if (known.id.isEmpty())
        return;
    m_spreadsheet.ask(known.id); // once there is a catalogue
    m_sheets.ask(known.id);
}

void SpreadsheetChoice::forget()
{
    m_pause.stop();
    m_badText.reset();
    m_spreadsheet.forget();
    m_sheets.forget();
    Q_EMIT sheetsForgotten();
}

void SpreadsheetChoice::type(const QString &text)
{
    m_text = Core::trimmed(text);
    forget();
    const bool isPlace = isIdOrAddress(m_text);
    const auto place = isPlace ? typedPlace() : Core::Result<SheetPlace>();
    Q_EMIT sheetNamed(place ? place->sheetId : QString());
    if (isPlace && place)
        return choose(place->spreadsheetId);
    if (isPlace)
        m_badText = place.error();
    else
        lookUpAfterPause();
    Q_EMIT changed();
}

void SpreadsheetChoice::list()
{
    m_pause.stop();
    m_listed.ask({});
    Q_EMIT changed();
}

void SpreadsheetChoice::listed()
{
    if (m_listed.found()) {
        QList<Spreadsheet> found = *m_listed.found();
        std::ranges::stable_sort(found, std::ranges::greater(), &Spreadsheet::modifiedAt); // an unknown time is last
        m_offers = offersOf(found);
        for (qsizetype i = 0; i < found.size(); ++i)
            m_offers[i].changed = found[i].modifiedAt;
        Q_EMIT offersChanged();
    }
    lookUpAfterPause();
    Q_EMIT changed();
    if (m_listed.found() && !m_spreadsheet.question())
        Q_EMIT choiceWanted(); // of what was typed in the meantime
}

// The text may be the name of one spreadsheet, or of none, and then possibly an ID.
void SpreadsheetChoice::lookUpAfterPause()
{
    m_pause.stop();
    if (m_text.isEmpty() || m_spreadsheet.question() || !m_listed.found())
        return;
    if (isOffered(m_offers, m_text) ? !onlyIdOf(m_offers, m_text).isEmpty() : mayBeId(m_text))
        m_pause.start();
}

void SpreadsheetChoice::choose(QString id) // a copy, because it may be a member that is reset
{
    forget();
    m_spreadsheet.ask(id);
    m_sheets.ask(id);
    Q_EMIT changed();
}

void SpreadsheetChoice::stop()
{
    m_listed.stop();
    m_spreadsheet.stop();
    m_sheets.stop();
    m_pause.stop();
    Q_EMIT sheetsForgotten();
    Q_EMIT changed();
}

void SpreadsheetChoice::again()
{
    m_spreadsheet.question() ? choose(*m_spreadsheet.question()) : list();
}

SpreadsheetChoice::Stage SpreadsheetChoice::stage() const
{
    using State = Search::State;
    if (m_badText)
        return Stage::BadText;
    const State spreadsheet = m_spreadsheet.state();
    const State sheets = m_sheets.state();
    if (spreadsheet == State::Idle)
        return stageOfName();
    if (spreadsheet == State::Failed || sheets == State::Failed)
        return Stage::Failed;
    if (spreadsheet == State::Stopped)
        return Stage::Stopped;
    if (spreadsheet == State::Waiting || sheets == State::Waiting)
        return Stage::Asking;
    if (m_spreadsheet.found()->locked)
        return Stage::Locked;
    return m_sheets.found()->isEmpty() ? Stage::NoSheets : Stage::Known;
}

// The stage for a name that was typed and not chosen.
SpreadsheetChoice::Stage SpreadsheetChoice::stageOfName() const
{
    if (m_text.isEmpty())
        return Stage::Nothing;
    switch (m_listed.state()) {
    case Search::State::Idle: return Stage::Nothing;
    case Search::State::Waiting: return Stage::Listing;
    case Search::State::Found:
        if (isOffered(m_offers, m_text))
            return Stage::SeveralFound;
        return mayBeId(m_text) ? Stage::Nothing : Stage::NoneFound;
    case Search::State::Failed: return Stage::Failed;
    case Search::State::Stopped: return Stage::Stopped;
    }
    Q_UNREACHABLE();
}

const Core::Error *SpreadsheetChoice::error() const
{
    if (m_badText)
        return &*m_badText;
    if (m_spreadsheet.state() == Search::State::Idle)
        return m_listed.error();
    return m_spreadsheet.error() ? m_spreadsheet.error() : m_sheets.error();
}

} // namespace Setup
