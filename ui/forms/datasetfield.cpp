#include "ui/forms/datasetfield.h"

#include "ui/forms/completer.h"
#include "words/errortext.h"

#include <QLocale>

namespace Ui {

namespace {

using Words::Line; // lupdate loses the context of a function whose type is qualified

Line describe(const Setup::DataSet &dataSet)
{
    const QLocale locale;
    if (dataSet.columns == 0)
        return {Words::Tone::Error,
                DataSetField::tr("%1 has no columns yet, so there is nothing to write.").arg(dataSet.name)};
    const auto number = [&locale](const auto &told) {
        return told ? locale.toString(*told) : DataSetField::tr("unknown");
    };
    QString text =
        DataSetField::tr("%1. Rows: %2, columns: %3.").arg(dataSet.name, number(dataSet.rows), number(dataSet.columns));
    const QDateTime updated = QDateTime::fromString(dataSet.dataCurrentAt, Qt::ISODate);
    if (updated.isValid())
        text += u' '
            + DataSetField::tr("Last updated: %1.").arg(locale.toString(updated.toLocalTime(), QLocale::ShortFormat));
    if (!dataSet.ownerName.isEmpty())
        text += u' ' + DataSetField::tr("Owner: %1. You must own or co-own the DataSet.").arg(dataSet.ownerName);
    if (dataSet.pdpEnabled)
        text += u' ' + DataSetField::tr("The DataSet has row policies (PDP): you may see only some of its rows.");
    return {Words::Tone::Ok, text};
}

} // namespace

DataSetField::DataSetField(Setup::DataSetChoice &choice, QLineEdit *field, StatusLine *info, QObject *parent)
    : QObject(parent), m_choice(choice), m_info(info)
{
    connectChoice(choice, field, info);
    connect(&choice, &Setup::DataSetChoice::changed, this, &DataSetField::showState);
}

void DataSetField::showState()
{
    using Stage = Setup::DataSetChoice::Stage;
    switch (m_choice.stage()) {
    case Stage::Nothing: m_info->clear(); break;
    case Stage::BadText: m_info->say(Words::errorLine(*m_choice.error())); break;
    case Stage::Searching: m_info->showWaiting(tr("Searching DataSets in Domo…")); break;
    case Stage::NoneFound: m_info->say({Words::Tone::Error, tr("No DataSet with this name was found.")}); break;
    case Stage::SeveralFound: m_info->say(tr("Choose one of the DataSets found.")); break;
    case Stage::Asking: m_info->showWaiting(tr("Looking up the DataSet in Domo…")); break;
    case Stage::Known: m_info->say(describe(*m_choice.dataSet())); break;
    case Stage::Failed: m_info->showFailure(Words::errorLine(*m_choice.error())); break;
    case Stage::Stopped: m_info->showFailure({Words::Tone::Note, tr("Stopped.")}); break;
    }
}

} // namespace Ui
