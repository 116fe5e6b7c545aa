#include "ui/forms/datasetfield.h"

#include "ui/forms/completer.h"
#include "ui/forms/statusline.h"
#include "ui/forms/tell.h"

#include <QCompleter>
#include <QLineEdit>
#include <QLocale>
#include <QStandardItemModel>

namespace Desktop {

namespace {

QString describe(const Setup::DataSet &dataSet)
{
    const QLocale locale;
    if (dataSet.columns == 0)
        return DataSetField::tr("✗ %1 has no columns yet, so there is nothing to write.").arg(dataSet.name);
    const auto number = [&locale](const auto &told) {
        return told ? locale.toString(*told) : DataSetField::tr("not told");
    };
    QString text = DataSetField::tr("✓ %1. Rows: %2, columns: %3.")
                       .arg(dataSet.name, number(dataSet.rows), number(dataSet.columns));
    const QDateTime updated = QDateTime::fromString(dataSet.dataCurrentAt, Qt::ISODate);
    if (updated.isValid())
        text += u' '
            + DataSetField::tr("Last update %1.").arg(locale.toString(updated.toLocalTime(), QLocale::ShortFormat));
    if (!dataSet.ownerName.isEmpty())
        text += u' '
            + DataSetField::tr("Owner: %1; the owner of the writeback must own or co-own it.").arg(dataSet.ownerName);
    if (dataSet.pdpEnabled)
        text += u' ' + DataSetField::tr("It has row policies (PDP): you may see only part of its rows.");
    return text;
}

} // namespace

DataSetField::DataSetField(Setup::DataSetChoice &choice, QLineEdit *field, StatusLine *info, QObject *parent)
    : QObject(parent), m_choice(choice), m_field(field), m_info(info), m_offered(new QStandardItemModel(this))
{
    using Setup::DataSetChoice;
    const QCompleter *completer = addCompleter(m_field, m_offered);
    connect(m_field, &QLineEdit::textEdited, &choice, &DataSetChoice::type);
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &offered) { m_choice.choose(idOf(offered)); });
    connect(m_info, &StatusLine::stopWanted, &choice, &DataSetChoice::stop);
    connect(m_info, &StatusLine::againWanted, &choice, &DataSetChoice::again);
    connect(&choice, &DataSetChoice::offersChanged, this, [this] { offer(*m_offered, m_choice.offers()); });
    connect(&choice, &DataSetChoice::choiceWanted, this, [this] {
        if (m_field->hasFocus())
            m_field->completer()->complete();
    });
    connect(&choice, &DataSetChoice::changed, this, &DataSetField::showState);
}

void DataSetField::showState()
{
    using Stage = Setup::DataSetChoice::Stage;
    switch (m_choice.stage()) {
    case Stage::Nothing: m_info->clear(); break;
    case Stage::BadText: m_info->say(failureText(*m_choice.error())); break;
    case Stage::Searching: m_info->sayWaiting(tr("Searching Domo's DataSets …")); break;
    case Stage::NoneFound: m_info->say(tr("✗ No DataSet of this name is found.")); break;
    case Stage::SeveralFound: m_info->say(tr("Choose one of the DataSets that are found.")); break;
    case Stage::Asking: m_info->sayWaiting(tr("Asking Domo for the DataSet …")); break;
    case Stage::Known: m_info->say(describe(*m_choice.dataSet())); break;
    case Stage::Failed: m_info->sayFailed(failureText(*m_choice.error())); break;
    case Stage::Stopped: m_info->sayFailed(tr("Stopped.")); break;
    }
}

} // namespace Desktop
