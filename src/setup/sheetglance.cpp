#include "setup/sheetglance.h"

#include "setup/namesearch.h"

namespace Setup {

SheetGlance::SheetGlance(QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        m_search.ask({});
        Q_EMIT changed();
    });
    connect(&m_search, &Search::answered, this, &SheetGlance::changed);
}

void SheetGlance::setCatalogue(Catalogue *catalogue)
{
    if (catalogue == m_catalogue)
        return;
    forget(); // of another account
    m_catalogue = catalogue;
    if (!catalogue)
        return m_search.setSource({});
    m_search.setSource([this](const QString &, const SearchFor<SheetCells>::Answer &answer) {
        m_reading = std::make_unique<QObject>();
        read(m_reading.get(), {}, 0, answer);
    });
}

void SheetGlance::read(const QPointer<QObject> &reading, const SheetCells &soFar, qsizetype next,
                       const SearchFor<SheetCells>::Answer &answer)
{
    if (next == m_areas.size()) {
        m_readAt = QDateTime::currentDateTimeUtc();
        return answer(soFar);
    }
    const auto take = [this, reading, soFar, next, answer](const Core::Result<SheetCells> &cells) {
        using Core::ErrorKind;
        if (!reading)
            return;
        const bool isRejected =
            !cells && (cells.error().kind == ErrorKind::Rejected || cells.error().kind == ErrorKind::NotFound);
        const bool isLast = next + 1 == m_areas.size();
        if (!cells && (!isRejected || (isLast && soFar.isEmpty())))
            return answer(cells);
        SheetCells all = soFar;
        if (cells)
            all.add(*cells);
        read(reading, all, next + 1, answer);
    };
    if (m_catalogue)
        m_catalogue->readCells(m_sheet, m_areas[next], take);
}

void SheetGlance::look(const SheetPlace &sheet, const QList<Sheet::Rectangle> &areas)
{
    if ((m_pause.isActive() || m_search.question()) && sheet == m_sheet && areas == m_areas)
        return;
    m_reading.reset();
    m_sheet = sheet;
    m_areas = areas;
    m_search.forget();
    m_pause.start();
    Q_EMIT changed();
}

void SheetGlance::forget()
{
    m_pause.stop();
    m_reading.reset();
    m_search.forget();
    Q_EMIT changed();
}

void SheetGlance::stop()
{
    m_pause.stop();
    m_reading.reset();
    m_search.stop();
    Q_EMIT changed();
}

void SheetGlance::again()
{
    m_search.again();
    Q_EMIT changed();
}

} // namespace Setup
