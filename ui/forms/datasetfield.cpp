#include "ui/forms/datasetfield.h"

#include "core/pasted.h"
#include "setup/target.h"
#include "ui/forms/namesearch.h"
#include "ui/forms/statusline.h"
#include "ui/forms/tell.h"

#include <QCompleter>
#include <QLineEdit>
#include <QLocale>
#include <QStandardItemModel>
#include <QTimer>

#include <utility>

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

DataSetField::DataSetField(QLineEdit *field, StatusLine *info, QObject *parent)
    : QObject(parent), m_field(field), m_info(info), m_offered(new QStandardItemModel(this)), m_pause(new QTimer(this))
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPause);
    connect(m_pause, &QTimer::timeout, this, &DataSetField::search);
    connect(m_field, &QLineEdit::textEdited, this, &DataSetField::edited);
    connect(m_info, &StatusLine::againWanted, this, [this] { m_asked.isEmpty() ? search() : ask(m_asked); });
    connect(m_info, &StatusLine::stopWanted, this, &DataSetField::stopped);
    connect(addCompleter(m_field, m_offered), qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &offered) {
                m_pause->stop();
                ask(idOf(offered));
            });
}

void DataSetField::setCatalogue(Setup::Catalogue *catalogue)
{
    if (m_catalogue)
        m_catalogue->disconnect(this);
    m_catalogue = catalogue;
    m_waits = false;
    if (!catalogue)
        return;
    connect(catalogue, &Setup::Catalogue::dataSetsFound, this, &DataSetField::found);
    connect(catalogue, &Setup::Catalogue::dataSetFetched, this, &DataSetField::fetched);
    catalogue->searchDataSets({}); // so that there is something to offer to the first letters
    m_asked.isEmpty() ? edited() : ask(m_asked);
}

void DataSetField::load(const QString &id, const QString &name)
{
    forget();
    m_asked = id;
    m_field->setText(name);
}

void DataSetField::forget()
{
    m_dataSet.reset();
    m_searching = false;
    m_waits = false;
    m_info->clear();
}

void DataSetField::edited()
{
    forget();
    m_asked.clear();
    const QString text = Core::trimmed(m_field->text());
    m_pause->stop();
    if (isIdOrAddress(text)) {
        const auto id = Setup::dataSetIn(text);
        id ? ask(*id) : m_info->say(failureText(id.error()));
    } else if (!text.isEmpty()) {
        m_pause->start();
    }
    Q_EMIT changed();
}

void DataSetField::search()
{
    if (!m_catalogue)
        return;
    m_searching = true;
    m_info->sayWaiting(tr("Searching Domo's DataSets …"));
    m_catalogue->searchDataSets(Core::trimmed(m_field->text()));
}

void DataSetField::found(const Core::Result<QList<Setup::DataSet>> &found)
{
    const bool isSearch = std::exchange(m_searching, false);
    if (!found) {
        if (isSearch)
            m_info->sayFailed(failureText(found.error()));
        return;
    }
    offer(*m_offered, *found);
    if (!isSearch)
        return;
    const QString text = Core::trimmed(m_field->text());
    const bool isAll = found->size() < Setup::Catalogue::mostDataSets; // or a namesake may be among the others
    const QString only = isAll ? onlyIdOf(*m_offered, text) : QString();
    if (m_field->hasFocus() && (only.isEmpty() || found->size() > 1)) // others may go on as this one ends
        m_field->completer()->complete();
    if (!only.isEmpty())
        return ask(only);
    if (found->isEmpty() && mayBeId(text))
        return ask(text);
    m_info->say(found->isEmpty() ? tr("✗ No DataSet of this name is found.")
                                 : tr("Choose one of the DataSets that are found."));
}

void DataSetField::ask(const QString &id)
{
    if (!m_catalogue)
        return;
    forget();
    m_waits = true;
    m_asked = id;
    m_info->sayWaiting(tr("Asking Domo for the DataSet …"));
    m_catalogue->fetchDataSet(id);
    Q_EMIT changed();
}

void DataSetField::fetched(const Core::Result<Setup::DataSet> &dataSet)
{
    if (!std::exchange(m_waits, false))
        return; // the field was edited since
    if (dataSet)
        m_dataSet = *dataSet;
    dataSet ? m_info->say(describe(*dataSet)) : m_info->sayFailed(failureText(dataSet.error()));
    Q_EMIT changed();
}

void DataSetField::stopped()
{
    forget();
    m_info->sayFailed(tr("Stopped."));
    Q_EMIT changed();
}

} // namespace Desktop
