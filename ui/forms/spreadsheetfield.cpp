#include "ui/forms/spreadsheetfield.h"

#include "ui/forms/completer.h"
#include "words/errortext.h"
#include "words/whentext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

QString describe(const Setup::SpreadsheetChoice &choice, const QString &entered)
{
    const Setup::Spreadsheet &spreadsheet = *choice.spreadsheet();
    QStringList facts;
    if (entered.trimmed() != spreadsheet.name)
        facts.append(spreadsheet.name);
    const qsizetype sheets = choice.sheets()->size();
    facts.append(sheets == 1 ? SpreadsheetField::tr("1 sheet")
                             : SpreadsheetField::tr("%1 sheets").arg(QLocale().toString(sheets)));
    if (spreadsheet.modifiedAt.isValid())
        facts.append(SpreadsheetField::tr("last changed %1")
                         .arg(Words::whenText(spreadsheet.modifiedAt, QDateTime::currentDateTimeUtc())));
    return facts.join(u" · "_s);
}

} // namespace

SpreadsheetField::SpreadsheetField(Setup::SpreadsheetChoice &choice, QLineEdit *field, StatusLine *info,
                                   QObject *parent)
    : QObject(parent), m_choice(choice), m_field(field), m_info(info)
{
    connectChoice(choice, field, info, Icon::Sheet);
    connect(&choice, &Setup::SpreadsheetChoice::changed, this, &SpreadsheetField::showState);
}

void SpreadsheetField::showState()
{
    using Stage = Setup::SpreadsheetChoice::Stage;
    const Setup::Spreadsheet *spreadsheet = m_choice.spreadsheet();
    switch (m_choice.stage()) {
    case Stage::Nothing: m_info->clear(); break;
    case Stage::BadText: m_info->say(Words::errorLine(*m_choice.error())); break;
    case Stage::Listing: m_info->showWaiting(tr("Loading spreadsheets from Workiva…")); break;
    case Stage::NoneFound: m_info->say({Words::Tone::Error, tr("No spreadsheet with this name was found.")}); break;
    case Stage::SeveralFound: m_info->say(tr("Choose one of the spreadsheets listed.")); break;
    case Stage::Asking: m_info->showWaiting(tr("Loading the spreadsheet and its sheets…")); break;
    case Stage::Known: m_info->say({Words::Tone::Ok, describe(m_choice, m_field->text())}); break;
    case Stage::Locked:
        m_info->showFailure({Words::Tone::Error, tr("%1 is locked. Unlock it in Workiva.").arg(spreadsheet->name)});
        break;
    case Stage::NoSheets:
        m_info->showFailure({Words::Tone::Error, tr("%1 has no sheets.").arg(spreadsheet->name)});
        break;
    case Stage::Failed: m_info->showFailure(Words::errorLine(*m_choice.error())); break;
    case Stage::Stopped: m_info->showFailure({Words::Tone::Note, tr("Stopped.")}); break;
    }
}

} // namespace Ui
