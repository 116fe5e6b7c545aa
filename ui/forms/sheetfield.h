#pragma once

#include "setup/catalogue.h"

class QComboBox;

namespace Desktop {

class StatusLine;

// The Sheet ID: one of the sheets of the spreadsheet, nested as they are there, locked ones marked. Chooses none by
// itself unless there is but one: what lies in the region is overwritten. The controls are the form's.
class SheetField final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SheetField)

public:
    SheetField(QComboBox *box, StatusLine *info, QObject *parent);

    void offer(const QList<Setup::SheetInfo> &sheets); // in the order of their tree
    void clear();
    void want(const QString &sheetId); // to be chosen when it is offered; empty: none is
    void chooseNamed(const QString &name); // the only one of this name, unless the user has chosen one

    [[nodiscard]] const Setup::SheetInfo *sheet() const; // the chosen one; null: none is
    [[nodiscard]] bool isComplete() const; // one is chosen that can be written to

Q_SIGNALS:
    void changed();

private:
    void showState();

    QComboBox *m_box;
    StatusLine *m_info;
    QList<Setup::SheetInfo> m_sheets; // as in the box
    QString m_wanted;
    bool m_isNamed = false; // chosen by its name, not by the user
};

} // namespace Desktop
