#pragma once

#include "core/result.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace Core {

// Knows the values of a service's secrets and takes them out of that service's words: a service, or a gateway before
// it, may quote what it was sent. Every text of a service goes through cleaned() before it becomes an Error or is shown
// or stored in another way; what comes out is one line of bounded length (see plainLine()), without anything that
// redacted() knows by its form.
//   A secret is found as it is and in the forms in which answers quote it: percent-encoded, escaped for JSON or HTML,
// in base64 and base64url, alone or within something longer, in mixtures of these, without regard to case, and with
// blanks or line ends put in between; any twelve characters of a longer one count as much as the whole.
//   Secrets of less than four characters are not looked for, since they would be found in every text; those of less
// than eight only as a word of their own. Real ones have thirty and more. One thread; a value.
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
    [[nodiscard]] Error cleaned(Error error) const; // subject, detail and request ID; a cause is its maker's business

private:
    void addForm(const QByteArray &form);
    void addNeedle(const QByteArray &needle);
    [[nodiscard]] QString withoutValues(const QString &text) const;
    void mark(const QByteArray &text, const std::vector<Span> &sources, std::vector<bool> &secret) const;

    std::vector<QByteArray> m_known; // what was learned, in UTF-8
    std::vector<QByteArray> m_short; // needles of less than a part's length
    std::vector<uint64_t> m_parts; // hashes of all parts of the longer ones, sorted
};

} // namespace Core
