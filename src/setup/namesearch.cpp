#include "setup/namesearch.h"

#include "core/printable.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Setup {

namespace {

// An ID with an invisible character is still meant as an ID.
QString visible(const QString &text)
{
    QString seen;
    const QList<uint> characters = text.toUcs4();
    for (const char32_t character : characters) {
        if (!Core::isUnseen(character))
            seen += QString::fromUcs4(&character, 1);
    }
    return seen;
}

} // namespace

bool isIdOrAddress(const QString &text)
{
    static const QRegularExpression id(
        u"^[0-9a-f]{32}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression address(u"^https?://|^[a-z0-9.-]+\\.(domo|wdesk)\\.com/"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString seen = visible(text);
    return id.match(seen).hasMatch() || address.match(seen).hasMatch();
}

bool mayBeId(const QString &text)
{
    return !text.isEmpty() && !text.contains(u' ') && !text.contains(u'/');
}

QList<Offer> offersOf(const QList<NamedId> &records)
{
    QHash<QString, int> times;
    for (const NamedId &record : records)
        ++times[record.name.toCaseFolded()];
    QList<Offer> offers;
    for (const NamedId &record : records) {
        const bool isTwin = times[record.name.toCaseFolded()] > 1;
        offers.append({record.id, isTwin ? u"%1 (%2)"_s.arg(record.name, record.id) : record.name});
    }
    return offers;
}

bool isOffered(const QList<Offer> &offers, const QString &part)
{
    return std::ranges::any_of(
        offers, [&part](const QString &label) { return label.contains(part, Qt::CaseInsensitive); }, &Offer::label);
}

QString onlyIdOf(const QList<Offer> &offers, const QString &label)
{
    QStringList ids;
    for (const Offer &offer : offers) {
        if (offer.label.compare(label, Qt::CaseInsensitive) == 0)
            ids.append(offer.id);
    }
    return ids.size() == 1 ? ids.first() : QString();
}

} // namespace Setup
