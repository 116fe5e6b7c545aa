#pragma once

#include "setup/catalogue.h"
#include "sheet/region.h"

class QLabel;
class QLineEdit;

namespace Desktop {

// The Region: says below the field, while it is typed, what it means, or where it is wrong. The controls are the
// form's.
class RegionField final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RegionField)

public:
    RegionField(QLineEdit *field, QLabel *info, QObject *parent);

    void setText(const QString &text);
    void setSheet(const Setup::SheetInfo *sheet); // the chosen one; null: none is

    // None when it is not understood, or names another sheet than the one that is chosen.
    [[nodiscard]] std::optional<Sheet::Region> region() const;
    [[nodiscard]] QString namedSheet() const; // as in 'Q1 2026'!A2:D8; empty when it names none

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] bool namesAnother() const;
    [[nodiscard]] QString meaning() const; // as HTML
    void showState();

    QLineEdit *m_field;
    QLabel *m_info;
    QString m_sheetName; // of the chosen one
};

} // namespace Desktop
