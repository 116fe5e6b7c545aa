#include "ui/forms/datasetfield.h"

#include "ui/forms/completer.h"
#include "words/errortext.h"
#include "words/whentext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

using Words::Line; // lupdate loses the context of a function whose type is qualified

QString sizeOf(const Setup::DataSet &dataSet)
{
    const QLocale locale;
    const QString columns = !dataSet.columns ? DataSetField::tr("number of columns not reported")
        : *dataSet.columns == 1              ? DataSetField::tr("1 column")
                                             : DataSetField::tr("%1 columns").arg(locale.toString(*dataSet.columns));
    const QString rows = !dataSet.rows ? DataSetField::tr("number of rows not reported")
        : *dataSet.rows == 1           ? DataSetField::tr("1 row")
                                       : DataSetField::tr("%1 rows").arg(locale.toString(*dataSet.rows));
    return DataSetField::tr("%1, %2", "rows and columns").arg(rows, columns);
}

Line describe(const Setup::DataSet &dataSet, const QString &entered)
{
    if (dataSet.columns == 0)
        return {Words::Tone::Error,
                DataSetField::tr("%1 has no columns yet, so there is nothing to write.").arg(dataSet.name)};
    QStringList facts;
    if (entered.trimmed() != dataSet.name)
        facts.append(dataSet.name);
    facts.append(sizeOf(dataSet));
    if (const QDateTime updated = Setup::updatedAt(dataSet); updated.isValid())
        facts.append(DataSetField::tr("updated %1").arg(Words::whenText(updated, QDateTime::currentDateTimeUtc())));
    if (!dataSet.ownerName.isEmpty())
        facts.append(DataSetField::tr("owner %1").arg(dataSet.ownerName));
    const QString text = facts.join(u" · "_s);
    if (!dataSet.pdpEnabled)
        return {Words::Tone::Ok, text};
    return {Words::Tone::Warning,
            text + u'\n' + DataSetField::tr("The DataSet has row policies (PDP): you may see only some of its rows.")};
}

} // namespace

DataSetField::DataSetField(Setup::DataSetChoice &choice, QLineEdit *field, StatusLine *info, QObject *parent)
    : QObject(parent), m_choice(choice), m_field(field), m_info(info)
{
    connectChoice(choice, field, info, Icon::DataSet);
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
    case Stage::Known: m_info->say(describe(*m_choice.dataSet(), m_field->text())); break;
    case Stage::Failed: m_info->showFailure(Words::errorLine(*m_choice.error())); break;
    case Stage::Stopped: m_info->showFailure({Words::Tone::Note, tr("Stopped.")}); break;
    }
}

} // namespace Ui
