#pragma once

#include "setup/catalogue.h"
#include "setup/namesearch.h"
#include "setup/search.h"

#include <QTimer>

namespace Setup {

// Which DataSet: searched for by name while the user types, or given as an ID or an address. One thread.
class DataSetChoice final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DataSetChoice)

public:
    // How far it is with what was entered.
    enum class Stage {
        Nothing, // nothing is entered, or the user is still typing
        BadText, // error(): an ID or an address that cannot be understood
        Searching, // by name
        NoneFound,
        SeveralFound, // or one whose name goes on
        Asking, // for the DataSet itself
        Known, // dataSet()
        Failed, // error(): may be asked again
        Stopped, // likewise
    };

    explicit DataSetChoice(QObject *parent = nullptr);

    void setCatalogue(Catalogue *catalogue); // borrowed; asked at once. Null: nobody is asked
    void load(const NamedId &known); // as a profile has it
    void type(const QString &text);
    void choose(const QString &id); // such as that of an offer
    void stop();
    void again();

    [[nodiscard]] Stage stage() const;
    [[nodiscard]] const Core::Error *error() const;
    [[nodiscard]] const DataSet *dataSet() const { return m_dataSet.found(); } // as Domo told of it; null: not known
    [[nodiscard]] const QList<Offer> &offers() const { return m_offers; }

Q_SIGNALS:
    void changed(); // the stage
    void offersChanged();
    void choiceWanted(); // among what was found by a name that was typed, now

private:
    void searched();
    void offer(const QList<DataSet> &found);

    QTimer m_pause; // until the user stops typing
    QString m_text; // as typed, without spaces around it
    std::optional<Core::Error> m_badText;
    SearchFor<QList<DataSet>> m_named;
    SearchFor<DataSet> m_dataSet; // by its ID
    QList<Offer> m_offers; // found last, or at first, when there is no name yet
};

} // namespace Setup
