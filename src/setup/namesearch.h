#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

// Common to DataSets and spreadsheets while their names are typed: records are offered by name, and an ID or address is
// used directly.
namespace Setup {

constexpr auto typingPause = std::chrono::milliseconds(300); // pause after which a name counts as typed

// Whether the form of a text is only that of an ID or an address. IDs of another form are looked up if no name matches.
[[nodiscard]] bool isIdOrAddress(const QString &text);
[[nodiscard]] bool mayBeId(const QString &text);

// A record to choose from, with what is known of it to tell it apart. Names that occur several times, ignoring case,
// get their IDs in the label.
struct Offer
{
    QString id;
    QString label;
    QString owner{}; // empty: not reported
    std::optional<qint64> rows{};
    QDateTime changed{}; // the last time; invalid: not reported

    friend bool operator==(const Offer &, const Offer &) = default;
};

struct NamedId
{
    QString id;
    QString name;
};
[[nodiscard]] QList<Offer> offersOf(const QList<NamedId> &records);

template <typename Record> [[nodiscard]] QList<Offer> offersOf(const QList<Record> &records)
{
    QList<NamedId> named;
    for (const Record &record : records)
        named.append({record.id, record.name});
    return offersOf(named);
}

// Compares labels, ignoring case.
[[nodiscard]] bool isOffered(const QList<Offer> &offers, const QString &part);
// Empty if none or several have the label.
[[nodiscard]] QString onlyIdOf(const QList<Offer> &offers, const QString &label);

} // namespace Setup
