#pragma once

#include "setup/catalogue.h"
#include "setup/namesearch.h"
#include "setup/search.h"
#include "setup/target.h"

#include <QPointer>
#include <QTimer>

namespace Setup {

// Chooses a spreadsheet: by name from Workiva's list, or given as an ID or an address, which may name a sheet too.
// Fetches the sheets of the chosen one. One thread.
class SpreadsheetChoice final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpreadsheetChoice)

public:
    // The progress with what was entered.
    enum class Stage {
        Nothing, // nothing was entered, or a request is about to be made
        BadText, // error(): an ID or address that is not understood, or of another host
        Listing, // all spreadsheets, to find the name
        NoneFound,
        SeveralFound, // or one whose name is longer than the text
        Asking, // for the spreadsheet itself and its sheets
        Known,
        Locked,
        NoSheets,
        Failed, // error(); can be retried
        Stopped, // can be retried
    };

    explicit SpreadsheetChoice(QObject *parent = nullptr);

    void setCatalogue(Catalogue *catalogue); // borrowed; used at once. Null: no requests
    void load(const NamedId &known); // from a profile
    void type(const QString &text);
    void choose(QString id); // such as that of an offer
    void stop();
    void again();

    [[nodiscard]] Stage stage() const;
    [[nodiscard]] const Core::Error *error() const;
    [[nodiscard]] const Spreadsheet *spreadsheet() const { return m_spreadsheet.found(); } // as returned by Workiva
    [[nodiscard]] const QList<SheetInfo> *sheets() const { return m_sheets.found(); } // of it, in tree order
    [[nodiscard]] const QList<Offer> &offers() const { return m_offers; }

Q_SIGNALS:
    void changed(); // of the stage
    void offersChanged();
    void choiceWanted(); // the user should now choose among those listed
    void sheetsForgotten();
    void sheetNamed(const QString &sheetId); // in the address that was entered; empty: none
    void sheetsListed(const QList<Setup::SheetInfo> &sheets); // in tree order

private:
    [[nodiscard]] Core::Result<SheetPlace> typedPlace() const; // checked against the account's Workiva
    void forget(); // the results, not the text
    void list();
    void listed();
    void lookUpAfterPause();
    [[nodiscard]] Stage stageOfName() const;

    QPointer<Catalogue> m_catalogue;
    QTimer m_pause; // until the user has stopped typing
    QString m_text; // as typed, without surrounding spaces
    std::optional<Core::Error> m_badText;
    SearchFor<QList<Spreadsheet>> m_listed; // all of them
    SearchFor<Spreadsheet> m_spreadsheet; // by ID
    SearchFor<QList<SheetInfo>> m_sheets; // of that spreadsheet
    QList<Offer> m_offers; // those changed last first
};

} // namespace Setup
