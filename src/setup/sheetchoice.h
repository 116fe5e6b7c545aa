#pragma once

#include "setup/catalogue.h"

#include <QObject>

namespace Setup {

// Which sheet of a spreadsheet. Chooses none by itself unless there is but one: what lies in the region is overwritten.
// One thread.
class SheetChoice final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetChoice)

public:
    using QObject::QObject;

    void offer(const QList<SheetInfo> &sheets); // in the order of their tree
    void clear();
    void want(const QString &sheetId); // to be chosen when it is offered; empty: none is
    void choose(int index); // among those that are offered; -1: none
    void chooseByUser(int index); // and want() it
    void chooseNamed(const QString &name); // the only one of this name, unless the user has chosen one

    [[nodiscard]] const QList<SheetInfo> &sheets() const { return m_sheets; } // that are offered
    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] const SheetInfo *sheet() const; // the chosen one; null: none is
    [[nodiscard]] bool isLocked() const; // the chosen one: it cannot be written to
    [[nodiscard]] bool isGone() const; // the one that is wanted is not among those that are offered

Q_SIGNALS:
    void offered(); // other sheets
    void changed(); // the choice; also after offered()

private:
    QList<SheetInfo> m_sheets;
    int m_index = -1;
    QString m_wanted;
    bool m_isNamed = false; // chosen by its name, not by the user
};

} // namespace Setup
