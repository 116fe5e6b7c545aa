#pragma once

#include "setup/catalogue.h"
#include "setup/target.h"

#include <QPointer>

#include <optional>

class QLineEdit;
class QStandardItemModel;
class QTimer;

namespace Desktop {

class StatusLine;

// The Spreadsheet ID: chosen by name from those that Workiva lists, or given as an ID or an address, which may name a
// sheet, too. Fetches the sheets of the one that is chosen. The controls are the form's.
class SpreadsheetField final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpreadsheetField)

public:
    SpreadsheetField(QLineEdit *field, StatusLine *info, QObject *parent);

    void setCatalogue(Setup::Catalogue *catalogue); // borrowed; asked at once. Null: nobody is asked
    void load(const QString &id, const QString &name);

    // As Workiva told of it.
    [[nodiscard]] const std::optional<Setup::Spreadsheet> &spreadsheet() const { return m_spreadsheet; }
    [[nodiscard]] bool isWaiting() const { return m_waits || m_waitsForSheets; }

Q_SIGNALS:
    void changed();
    void sheetsForgotten();
    void sheetNamed(const QString &sheetId); // by the address that was entered; empty: by none
    void sheetsListed(const QList<Setup::SheetInfo> &sheets); // in the order of their tree

private:
    [[nodiscard]] QString typed() const;
    [[nodiscard]] Core::Result<Setup::SheetPlace> placeIn(const QString &text) const; // at the account's Workiva
    void forget(); // what is known of it; not what it is
    void edited();
    void list();
    void listed(const Core::Result<QList<Setup::Spreadsheet>> &listed);
    void offerListed();
    void lookUp(); // what was typed
    void ask(const QString &id);
    void fetched(const Core::Result<Setup::Spreadsheet> &spreadsheet);
    void sheetsFetched(const Core::Result<QList<Setup::SheetInfo>> &sheets);
    void showState();
    void stopped();

    QLineEdit *m_field;
    StatusLine *m_info;
    QPointer<Setup::Catalogue> m_catalogue;
    QStandardItemModel *m_offered;
    QTimer *m_pause; // until the user stops typing
    enum class Listing { UnderWay, Stopped, Ended } m_listing = Listing::Stopped; // of all spreadsheets
    std::optional<Core::Error> m_listFault;
    QString m_asked; // last, as an ID; until the field is edited
    std::optional<Setup::Spreadsheet> m_spreadsheet;
    std::optional<Core::Error> m_fault; // of it or of its sheets
    bool m_hasSheets = false;
    bool m_waits = false;
    bool m_waitsForSheets = false;
};

} // namespace Desktop
