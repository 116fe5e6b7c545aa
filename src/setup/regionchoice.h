#pragma once

#include "core/result.h"
#include "sheet/region.h"

#include <QObject>

#include <optional>

namespace Setup {

// The typed region, which may name its sheet. One thread.
class RegionChoice final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RegionChoice)

public:
    using QObject::QObject;

    void type(const QString &text);
    void setSheet(const QString &name); // of the chosen sheet; empty: none is chosen

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QString &sheetName() const { return m_sheetName; }
    [[nodiscard]] QString namedSheet() const; // as in 'Q1 2026'!A2:D8; empty if it names none
    [[nodiscard]] bool namesAnother() const; // a sheet other than the chosen one

    // None if it is invalid, or names another sheet.
    [[nodiscard]] std::optional<Sheet::Region> region() const;

Q_SIGNALS:
    void typed();
    void changed(); // of its meaning; also after typed()

private:
    QString m_text;
    QString m_sheetName;
};

} // namespace Setup
