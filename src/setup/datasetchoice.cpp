#include "setup/datasetchoice.h"

#include "core/pasted.h"
#include "setup/cataloguesource.h"
#include "setup/target.h"

namespace Setup {

QDateTime updatedAt(const DataSet &dataSet)
{
    const QString &moment = dataSet.dataCurrentAt.isEmpty() ? dataSet.updatedAt : dataSet.dataCurrentAt;
    return QDateTime::fromString(moment, Qt::ISODate);
}

DataSetChoice::DataSetChoice(QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        m_named.ask(m_text);
        Q_EMIT changed();
    });
    connect(&m_named, &Search::answered, this, &DataSetChoice::searched);
    connect(&m_dataSet, &Search::answered, this, &DataSetChoice::changed);
}

void DataSetChoice::setCatalogue(Catalogue *catalogue)
{
    m_named.setSource(sourceOf(catalogue, &Catalogue::searchDataSets));
    m_dataSet.setSource(sourceOf(catalogue, &Catalogue::fetchDataSet));
    if (!catalogue)
        return;
    // Loaded in advance, to have offers for an empty field and the first letters.
    catalogue->searchDataSets({}, [self = QPointer(this)](const Core::Result<QList<DataSet>> &found) {
        if (!self || !found)
            return;
        self->m_latest = *found;
        self->offer(*found);
    });
    m_dataSet.question() ? choose(*m_dataSet.question()) : type(m_text);
}

void DataSetChoice::load(const NamedId &known)
{
    m_text = Core::trimmed(known.name);
    if (!known.id.isEmpty())
        m_dataSet.ask(known.id); // once there is a catalogue
}

void DataSetChoice::type(const QString &text)
{
    m_text = Core::trimmed(text);
    m_pause.stop();
    m_badText.reset();
    m_named.forget();
    m_dataSet.forget();
    if (isIdOrAddress(m_text)) {
        const auto id = dataSetIn(m_text);
        id ? m_dataSet.ask(*id) : void(m_badText = id.error());
    } else if (!m_text.isEmpty()) {
        m_pause.start();
    } else if (!m_latest.isEmpty()) {
        offer(m_latest);
    }
    Q_EMIT changed();
}

void DataSetChoice::choose(const QString &id)
{
    m_pause.stop();
    m_named.forget();
    m_dataSet.ask(id);
    Q_EMIT changed();
}

void DataSetChoice::offer(const QList<DataSet> &found)
{
    m_offers = offersOf(found);
    for (qsizetype i = 0; i < found.size(); ++i) {
        m_offers[i].owner = found[i].ownerName;
        m_offers[i].rows = found[i].rows;
        m_offers[i].changed = updatedAt(found[i]);
    }
    Q_EMIT offersChanged();
}

void DataSetChoice::searched()
{
    const QList<DataSet> *found = m_named.found();
    if (!found) {
        Q_EMIT changed();
        return;
    }
    const qsizetype count = found->size();
    offer(*found);
    const bool isAll = count < Catalogue::maxDataSets; // otherwise others of the same name may be among the rest
    const QString only = isAll ? onlyIdOf(m_offers, m_text) : QString();
    if (only.isEmpty() || count > 1) // others may begin with the same text
        Q_EMIT choiceWanted();
    if (!only.isEmpty())
        return choose(only);
    if (count == 0 && mayBeId(m_text))
        return choose(m_text);
    Q_EMIT changed();
}

void DataSetChoice::stop()
{
    m_named.stop();
    m_dataSet.stop();
    Q_EMIT changed();
}

void DataSetChoice::again()
{
    m_dataSet.question() ? m_dataSet.again() : m_named.again();
    Q_EMIT changed();
}

DataSetChoice::Stage DataSetChoice::stage() const
{
    if (m_badText)
        return Stage::BadText;
    const bool isById = m_dataSet.state() != Search::State::Idle;
    switch (isById ? m_dataSet.state() : m_named.state()) {
    case Search::State::Idle: return Stage::Nothing;
    case Search::State::Waiting: return isById ? Stage::Asking : Stage::Searching;
    case Search::State::Found:
        if (isById)
            return Stage::Known;
        return m_named.found()->isEmpty() ? Stage::NoneFound : Stage::SeveralFound;
    case Search::State::Failed: return Stage::Failed;
    case Search::State::Stopped: return Stage::Stopped;
    }
    Q_UNREACHABLE();
}

const Core::Error *DataSetChoice::error() const
{
    if (m_badText)
        return &*m_badText;
    return m_dataSet.error() ? m_dataSet.error() : m_named.error();
}

} // namespace Setup
