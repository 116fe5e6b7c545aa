#pragma once

#include "setup/catalogue.h"
#include "setup/search.h"
#include "sheet/rowquery.h"

#include <QTimer>

namespace Setup {

// Which rows of a DataSet are written: all, or the result of a query, which Domo runs to tell its columns and its
// number of rows. One thread.
class RowsChoice final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowsChoice)

public:
    explicit RowsChoice(QObject *parent = nullptr);

    void setCatalogue(Catalogue *catalogue); // borrowed. Null: no requests
    // A query that is another one than before is run, after a short pause in which it may change again. No DataSet: it
    // is not known yet.
    void set(const DataSet *dataSet, const Sheet::RowQuery &query, const QString &period);
    void stop();
    void again();

    enum class Stage {
        All, // no query
        Faulty, // error(): the query is not sent
        Nothing, // there is no DataSet to run it on
        Asking,
        Known,
        Failed, // error(); can be retried
        Stopped, // can be retried
    };
    [[nodiscard]] Stage stage() const;
    [[nodiscard]] const Core::Error *error() const;

    // The DataSet with the columns and rows that are written, before they are shaped; none: not known.
    [[nodiscard]] std::optional<DataSet> source() const;

Q_SIGNALS:
    void changed();

private:
    QPointer<Catalogue> m_catalogue;
    std::optional<DataSet> m_dataSet;
    Core::Result<QString> m_sql; // with its parameters; empty: none
    QTimer m_pause;
    SearchFor<QueriedRows> m_queried;
};

} // namespace Setup
