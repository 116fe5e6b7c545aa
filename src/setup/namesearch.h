#pragma once

#include <QList>
#include <QString>

#include <chrono>

// What DataSets and spreadsheets have in common while their names are typed: records are offered by name, and an ID or
// an address is taken as it is.
namespace Setup {

constexpr auto typingPause = std::chrono::milliseconds(300); // after which a name is taken to be typed

// What can only be meant as an ID or an address, by its form. IDs of another form are looked up once no name is found.
[[nodiscard]] bool isIdOrAddress(const QString &text);
[[nodiscard]] bool mayBeId(const QString &text);

// A record that is offered. Names that several have, in whatever case, are labelled with their IDs.
struct Offer
{
    QString id;
    QString label;

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

// By their labels, in whatever case.
[[nodiscard]] bool isOffered(const QList<Offer> &offers, const QString &part);
[[nodiscard]] QString onlyIdOf(const QList<Offer> &offers, const QString &label); // empty when none has it, or several

} // namespace Setup
