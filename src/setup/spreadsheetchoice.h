#pragma once

#include "setup/catalogue.h"
#include "setup/namesearch.h"
#include "setup/search.h"
#include "setup/target.h"

#include <QPointer>
#include <QTimer>

namespace Setup {

// Which spreadsheet: chosen by name from those that Workiva lists, or given as an ID or an address, which may name a
// sheet, too. Fetches the sheets of the one that is chosen. One thread.
class SpreadsheetChoice final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpreadsheetChoice)

public:
    // How far it is with what was entered.
    enum class Stage {
        Nothing, // nothing is entered, or it is about to be asked for
        BadText, // error(): an ID or an address that cannot be understood, or is of another host
        Listing, // all spreadsheets, of which one is named
        NoneFound,
        SeveralFound, // or one whose name goes on
        Asking, // for the spreadsheet itself and its sheets
        Known,
        Locked,
        NoSheets,
        Failed, // error(): may be asked again
        Stopped, // likewise
    };

    explicit SpreadsheetChoice(QObject *parent = nullptr);

    void setCatalogue(Catalogue *catalogue); // borrowed; asked at once. Null: nobody is asked
    void load(const NamedId &known); // as a profile has it
    void type(const QString &text);
    void choose(QString id); // such as that of an offer
    void stop();
    void again();

    [[nodiscard]] Stage stage() const;
    [[nodiscard]] const Core::Error *error() const;
    [[nodiscard]] const Spreadsheet *spreadsheet() const { return m_spreadsheet.found(); } // as Workiva told of it
    [[nodiscard]] const QList<Offer> &offers() const { return m_offers; }

Q_SIGNALS:
    void changed(); // the stage
    void offersChanged();
    void choiceWanted(); // among what was listed, now
    void sheetsForgotten();
    void sheetNamed(const QString &sheetId); // by the address that was entered; empty: by none
    void sheetsListed(const QList<Setup::SheetInfo> &sheets); // in the order of their tree

private:
    [[nodiscard]] Core::Result<SheetPlace> typedPlace() const; // at the account's Workiva
    void forget(); // what is known of it; not what it is
    void list();
    void listed();
    void lookUpAfterPause();
    [[nodiscard]] Stage stageOfName() const;

    QPointer<Catalogue> m_catalogue;
    QTimer m_pause; // until the user stops typing
    QString m_text; // as typed, without spaces around it
    std::optional<Core::Error> m_badText;
    SearchFor<QList<Spreadsheet>> m_listed; // all of them
    SearchFor<Spreadsheet> m_spreadsheet; // by its ID
    SearchFor<QList<SheetInfo>> m_sheets; // of the same
    QList<Offer> m_offers;
};

} // namespace Setup
