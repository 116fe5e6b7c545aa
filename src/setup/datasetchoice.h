#pragma once

#include "setup/catalogue.h"
#include "setup/namesearch.h"
#include "setup/search.h"

#include <QTimer>

namespace Setup {

// When its data was last updated; invalid: not reported.
[[nodiscard]] QDateTime updatedAt(const DataSet &dataSet);

// Chooses a DataSet: searched by name while the user types, or given as an ID or an address. One thread.
class DataSetChoice final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DataSetChoice)

public:
    // The progress with what was entered.
    enum class Stage {
        Nothing, // nothing was entered, or the user is still typing
        BadText, // error(): an ID or address that is not understood
        Searching, // by name
        NoneFound,
        SeveralFound, // or one whose name is longer than the text
        Asking, // for the DataSet itself
        Known, // dataSet()
        Failed, // error(); can be retried
        Stopped, // can be retried
    };

    explicit DataSetChoice(QObject *parent = nullptr);

    void setCatalogue(Catalogue *catalogue); // borrowed; used at once. Null: no requests
    void load(const NamedId &known); // from a profile
    void type(const QString &text);
    void choose(const QString &id); // such as that of an offer
    void stop();
    void again();

    [[nodiscard]] Stage stage() const;
    [[nodiscard]] const Core::Error *error() const;
    [[nodiscard]] const DataSet *dataSet() const { return m_dataSet.found(); } // as returned by Domo; null: not known
    [[nodiscard]] const QList<Offer> &offers() const { return m_offers; }

Q_SIGNALS:
    void changed(); // of the stage
    void offersChanged();
    void choiceWanted(); // the user should now choose among the DataSets found by a typed name

private:
    void searched();
    void offer(const QList<DataSet> &found);

    QTimer m_pause; // until the user has stopped typing
    QString m_text; // as typed, without surrounding spaces
    std::optional<Core::Error> m_badText;
    SearchFor<QList<DataSet>> m_named;
    SearchFor<DataSet> m_dataSet; // by ID
    QList<DataSet> m_latest; // those updated last
    QList<Offer> m_offers; // the last ones found, or the latest ones if there is no name
};

} // namespace Setup
