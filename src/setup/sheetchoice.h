#pragma once

#include "setup/catalogue.h"

#include <QObject>

namespace Setup {

// Chooses a sheet of a spreadsheet. Chooses none automatically unless there is only one, because the region is
// overwritten. One thread.
class SheetChoice final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetChoice)

public:
    using QObject::QObject;

    void offer(const QList<SheetInfo> &sheets); // in tree order
    void clear();
    void want(const QString &sheetId); // to be chosen once it is offered; empty: none
    void choose(int index); // among those offered; -1: none
    void chooseByUser(int index); // and wants it
    void chooseNamed(const QString &name); // the only one with this name, unless the user has chosen one

    [[nodiscard]] const QList<SheetInfo> &sheets() const { return m_sheets; } // those offered
    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] const SheetInfo *sheet() const; // the chosen one; null: none
    [[nodiscard]] bool isLocked() const; // the chosen one: it cannot be written
    [[nodiscard]] bool isGone() const; // the wanted sheet is not among those offered

Q_SIGNALS:
    void offered(); // other sheets
    void changed(); // of the choice; also after offered()

private:
    QList<SheetInfo> m_sheets;
    int m_index = -1;
    QString m_wanted;
    bool m_isNamed = false; // chosen by its name, not by the user
};

} // namespace Setup
