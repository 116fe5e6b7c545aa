#pragma once

#include "setup/catalogue.h"
#include "setup/search.h"

#include <QDateTime>
#include <QTimer>

namespace Setup {

// Looks at a few cells of a sheet, a small request for each area, one after the other. An area beyond the sheet's edge,
// which the service may reject, is left out; any other error ends it. One thread.
class SheetGlance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetGlance)

public:
    explicit SheetGlance(QObject *parent = nullptr);

    void setCatalogue(Catalogue *catalogue); // borrowed. Null: no requests

    // Nothing happens if these have been asked for already. Waits for typingPause, as the region is being typed.
    void look(const SheetPlace &sheet, const QList<Sheet::Rectangle> &areas);
    void forget();
    void stop();
    void again();

    [[nodiscard]] Search::State state() const { return m_search.state(); }
    [[nodiscard]] const SheetCells *cells() const { return m_search.found(); } // null: not read
    [[nodiscard]] const QDateTime &readAt() const { return m_readAt; } // the cells, in UTC; valid if there are some
    [[nodiscard]] const Core::Error *error() const { return m_search.error(); }

Q_SIGNALS:
    void changed(); // of the state

private:
    void read(const QPointer<QObject> &reading, const SheetCells &soFar, qsizetype next,
              const SearchFor<SheetCells>::Answer &answer);

    QPointer<Catalogue> m_catalogue;
    QTimer m_pause;
    SheetPlace m_sheet;
    QList<Sheet::Rectangle> m_areas;
    SearchFor<SheetCells> m_search;
    QDateTime m_readAt;
    std::unique_ptr<QObject> m_reading; // the requests under way; none follows once it is destroyed
};

} // namespace Setup
