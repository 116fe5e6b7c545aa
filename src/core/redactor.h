#pragma once

#include "core/result.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace Core {

// Knows the values of a service's secrets and removes them from that service's texts: a service, or a gateway in front
// of it, may quote what it was sent. Every text of a service goes through cleaned() before it becomes an Error or is
// displayed or stored otherwise; the result is one line of limited length (see plainLine()), without anything that
// redacted() recognizes.
//   A secret is found in plain text and in the forms in which responses quote it: percent-encoded, escaped for JSON or
// HTML, in base64 and base64url, alone or inside something longer, in combinations of these, in any case, and with
// spaces or line ends inserted; any twelve characters of a longer secret count as the whole.
//   Secrets under four characters are not searched for, because they would match everywhere; those under eight only as
// whole words. Real ones have thirty and more. One thread; a value.
class Redactor
{
public:
    static constexpr qsizetype maxText = 500; // characters
    static constexpr qsizetype maxId = 200;

    struct Span
    {
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    void learn(const QString &secret);

    [[nodiscard]] QString cleaned(const QString &text, qsizetype maxLength = maxText) const;
    // Subject, detail and request ID; the cause is the responsibility of whoever set it.
    [[nodiscard]] Error cleaned(Error error) const;

private:
    void addForm(const QByteArray &form);
    void addNeedle(const QByteArray &needle);
    [[nodiscard]] QString withoutValues(const QString &text) const;
    void mark(const QByteArray &text, const std::vector<Span> &sources, std::vector<bool> &secret) const;

    std::vector<QByteArray> m_known; // the known values, in UTF-8
    std::vector<QByteArray> m_short; // search terms shorter than a part
    std::vector<uint64_t> m_parts; // hashes of all parts of longer ones, sorted
};

} // namespace Core
