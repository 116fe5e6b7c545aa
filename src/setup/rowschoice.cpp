#include "setup/rowschoice.h"

namespace Setup {

namespace {

constexpr std::chrono::milliseconds pause(400); // a person who is typing a period has not finished before

} // namespace

RowsChoice::RowsChoice(QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    m_pause.callOnTimeout(this, [this] {
        m_queried.ask(*m_sql);
        Q_EMIT changed();
    });
    connect(&m_queried, &Search::answered, this, &RowsChoice::changed);
}

void RowsChoice::setCatalogue(Catalogue *catalogue)
{
    if (catalogue == m_catalogue)
        return;
    m_catalogue = catalogue;
    if (!catalogue)
        return m_queried.setSource({});
    m_queried.setSource([this](const QString &sql, SearchFor<QueriedRows>::Answer answer) {
        m_catalogue->queryDataSet(m_dataSet->id, sql, std::move(answer));
    });
    m_queried.again();
}

void RowsChoice::set(const DataSet *dataSet, const Sheet::RowQuery &query, const QString &period)
{
    const auto with = Sheet::withPeriod(query, period);
    auto sql = with ? Sheet::filled(*with) : Core::propagate(with);
    const QString id = dataSet ? dataSet->id : QString();
    const bool isSame = sql == m_sql && (m_dataSet ? m_dataSet->id : QString()) == id;
    m_dataSet = dataSet ? std::optional(*dataSet) : std::nullopt;
    if (isSame)
        return;
    m_sql = std::move(sql);
    m_queried.forget();
    m_pause.stop();
    if (m_dataSet && m_sql && !m_sql->isEmpty())
        m_pause.start();
    Q_EMIT changed();
}

void RowsChoice::stop()
{
    m_pause.stop();
    m_queried.stop();
    Q_EMIT changed();
}

void RowsChoice::again()
{
    if (stage() == Stage::Stopped && !m_queried.question())
        m_queried.ask(*m_sql);
    else
        m_queried.again();
    Q_EMIT changed();
}

RowsChoice::Stage RowsChoice::stage() const
{
    if (!m_sql)
        return Stage::Faulty;
    if (m_sql->isEmpty())
        return Stage::All;
    if (!m_dataSet)
        return Stage::Nothing;
    if (m_pause.isActive())
        return Stage::Asking;
    switch (m_queried.state()) {
    case Search::State::Idle:
    case Search::State::Stopped: return Stage::Stopped;
    case Search::State::Waiting: return Stage::Asking;
    case Search::State::Found: return Stage::Known;
    case Search::State::Failed: return Stage::Failed;
    }
    Q_UNREACHABLE();
}

const Core::Error *RowsChoice::error() const
{
    return m_sql ? m_queried.error() : &m_sql.error();
}

std::optional<DataSet> RowsChoice::source() const
{
    if (!m_dataSet || stage() == Stage::All)
        return m_dataSet;
    const QueriedRows *rows = m_queried.found();
    if (!rows)
        return {};
    DataSet result = *m_dataSet;
    result.schema = rows->columns;
    result.columns = int(rows->columns.size());
    result.rows = rows->count;
    result.pdpEnabled = false; // Domo counted the rows for this client
    return result;
}

} // namespace Setup
