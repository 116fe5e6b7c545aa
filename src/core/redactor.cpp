#include "core/redactor.h"

#include "core/redaction.h"

#include <QSet>

#include <algorithm>
#include <cstring>
#include <optional>

namespace Core {

namespace {

constexpr qsizetype minLength = 4; // length that is searched for
constexpr qsizetype minLengthWithin = 8; // length that is searched for inside words
constexpr qsizetype part = 12; // length of a part that counts as the whole
constexpr size_t maxReadings = 40;
constexpr qsizetype readAhead = 32; // times the length of the result
constexpr int maxDepth = 3; // escapes nested this deep

// A text with some of its escapes decoded. Each byte knows its source in the text.
struct Reading
{
    QByteArray bytes;
    std::vector<Redactor::Span> sources;
    int depth = 0;
};

// The decoded value of one escape.
struct Unescaped
{
    qsizetype length = 0; // of the escape
    QByteArray bytes;
};

using Decoder = std::optional<Unescaped> (*)(QByteArrayView rest);

std::optional<uint> number(QByteArrayView digits, int base)
{
    bool ok = false;
    const uint value = digits.toByteArray().toUInt(&ok, base);
    return ok ? std::optional(value) : std::nullopt;
}

QByteArray utf8(uint codePoint)
{
    const char32_t one = codePoint;
    return QString::fromUcs4(&one, 1).toUtf8();
}

std::optional<Unescaped> percent(QByteArrayView rest)
{
    if (rest.size() < 3 || rest[0] != '%')
        return {};
    const auto value = number(rest.sliced(1, 2), 16);
    return value ? std::optional(Unescaped{3, QByteArray(1, char(*value))}) : std::nullopt;
}

std::optional<uint> unicodeEscape(QByteArrayView rest) // \uXXXX
{
    return rest.size() >= 6 && rest[0] == '\\' && rest[1] == 'u' ? number(rest.sliced(2, 4), 16) : std::nullopt;
}

std::optional<Unescaped> json(QByteArrayView rest)
{
    if (rest.size() < 2 || rest[0] != '\\')
        return {};
    if (const auto unit = unicodeEscape(rest)) {
        if (QChar::isHighSurrogate(*unit)) {
            const auto low = unicodeEscape(rest.sliced(6));
            if (low && QChar::isLowSurrogate(*low))
                return Unescaped{12, utf8(QChar::surrogateToUcs4(char16_t(*unit), char16_t(*low)))};
        }
        return Unescaped{6, utf8(*unit)};
    }
    if (rest[1] == 'x' && rest.size() >= 4) {
        if (const auto value = number(rest.sliced(2, 2), 16))
            return Unescaped{4, utf8(*value)};
    }
    return Unescaped{2, QByteArray(1, rest[1])}; // escapes of line ends and the like do not occur in secrets
}

std::optional<Unescaped> html(QByteArrayView rest)
{
    constexpr qsizetype maxName = 10;
    if (rest.isEmpty() || rest[0] != '&')
        return {};
    const qsizetype end = rest.first(std::min(rest.size(), maxName)).indexOf(';');
    if (end < 2)
        return {};
    const QByteArrayView name = rest.sliced(1, end - 1);
    if (name[0] == '#') {
        const bool isHex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        const auto value = number(name.sliced(isHex ? 2 : 1), isHex ? 16 : 10);
        return value ? std::optional(Unescaped{end + 1, utf8(*value)}) : std::nullopt;
    }
    static const std::pair<const char *, char> names[] = {{"amp", '&'},   {"lt", '<'},   {"gt", '>'},     {"quot", '"'},
                                                          {"apos", '\''}, {"plus", '+'}, {"equals", '='}, {"sol", '/'}};
    for (const auto &[known, character] : names) {
        if (name == QByteArrayView(known))
            return Unescaped{end + 1, QByteArray(1, character)};
    }
    return {};
}

std::optional<Unescaped> blank(QByteArrayView rest)
{
    return rest.startsWith(' ') ? std::optional(Unescaped{1, {}}) : std::nullopt;
}

// Nothing if there is nothing to decode.
std::optional<Reading> decoded(const Reading &reading, Decoder decoder)
{
    Reading out{.bytes = {}, .sources = {}, .depth = reading.depth + 1};
    const QByteArrayView bytes(reading.bytes);
    bool changed = false;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const auto escape = decoder(bytes.sliced(at));
        if (!escape) {
            out.bytes += bytes[at];
            out.sources.push_back(reading.sources[size_t(at)]);
            continue;
        }
        changed = true;
        const Redactor::Span source{reading.sources[size_t(at)].begin,
                                    reading.sources[size_t(at + escape->length - 1)].end};
        out.bytes += escape->bytes;
        out.sources.insert(out.sources.end(), size_t(escape->bytes.size()), source);
        at += escape->length - 1;
    }
    return changed ? std::optional(std::move(out)) : std::nullopt;
}

// All variants of the text that have to be searched: the original, with one kind of escape decoded, and with another
// one after that.
std::vector<Reading> readings(const QByteArray &text)
{
    std::vector<Reading> all(1);
    all[0].bytes = text;
    for (qsizetype i = 0; i < text.size(); ++i)
        all[0].sources.push_back({i, i + 1});
    for (size_t i = 0; i < all.size() && all.size() < maxReadings; ++i) {
        if (all[i].depth == maxDepth)
            continue;
        for (const Decoder decoder : {percent, json, html, blank}) {
            auto next = decoded(all[i], decoder);
            const auto isNext = [&next](const Reading &one) { return one.bytes == next->bytes; };
            if (next && std::ranges::none_of(all, isNext))
                all.push_back(*std::move(next));
        }
    }
    return all;
}

// Ignores case and the difference between the two base64 alphabets.
QByteArray folded(const QByteArray &bytes)
{
    QByteArray out = bytes;
    for (char &c : out)
        c = c >= 'A' && c <= 'Z' ? char(c | 0x20) : c == '-' ? '+' : c == '_' ? '/' : c;
    return out;
}

uint64_t hashOfPart(const char *at)
{
    uint64_t head = 0;
    uint32_t tail = 0;
    std::memcpy(&head, at, sizeof head);
    std::memcpy(&tail, at + sizeof head, sizeof tail);
    return head * 0x9e3779b97f4a7c15U ^ tail * 0xc2b2ae3d27d4eb4fU;
}

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool standsAlone(const QByteArray &text, qsizetype at, qsizetype length)
{
    return (at == 0 || !isWordCharacter(text[at - 1]))
        && (at + length == text.size() || !isWordCharacter(text[at + length]));
}

} // namespace

void Redactor::learn(const QString &secret)
{
    const QByteArray bytes = secret.toUtf8();
    if (bytes.size() < minLength || std::ranges::find(m_known, bytes) != m_known.end())
        return;
    m_known.push_back(bytes);
    const QSet<QByteArray> forms{bytes, plainLine(secret).toUtf8(), QByteArray(bytes).replace(' ', '+'), // in forms
                                 QString::fromLatin1(bytes).toUtf8()}; // from headers
    for (const QByteArray &form : forms)
        addForm(form);
    std::ranges::sort(m_parts);
    m_parts.erase(std::unique(m_parts.begin(), m_parts.end()), m_parts.end());
}

void Redactor::addForm(const QByteArray &form)
{
    addNeedle(form);
    // The base64 form of a value depends on its offset in the encoded text: there are three. Characters that also
    // encode the neighbouring bytes are left out.
    const QSet<QByteArray> values{form, form.toPercentEncoding()};
    for (const QByteArray &value : values) {
        for (qsizetype before = 0; before < 3; ++before) {
            const QByteArray encoded = (QByteArray(before, '\0') + value).toBase64();
            const qsizetype first = (before * 8 + 5) / 6;
            const QByteArray own = encoded.mid(first, (before + value.size()) * 8 / 6 - first);
            if (own.size() >= minLengthWithin)
                addNeedle(own);
        }
    }
}

void Redactor::addNeedle(const QByteArray &needle)
{
    const QByteArray looked = folded(needle);
    if (looked.size() < part && std::ranges::find(m_short, looked) == m_short.end())
        m_short.push_back(looked);
    for (qsizetype i = 0; i + part <= looked.size(); ++i)
        m_parts.push_back(hashOfPart(looked.constData() + i));
}

QString Redactor::cleaned(const QString &text, qsizetype maxLength) const
{
    // Only as much text as can reach the result is searched: some texts have megabytes.
    QString out = redacted(withoutValues(plainLine(text.left(maxLength * readAhead))));
    if (out.size() > maxLength) {
        out.truncate(maxLength - 1);
        if (!out.isEmpty() && out.back().isHighSurrogate())
            out.chop(1);
        out += QChar(0x2026); // …
    }
    return out;
}

Error Redactor::cleaned(Error error) const
{
    error.subject = cleaned(error.subject);
    error.detail = cleaned(error.detail);
    error.requestId = cleaned(error.requestId, maxId);
    return error;
}

QString Redactor::withoutValues(const QString &text) const
{
    const QByteArray bytes = text.toUtf8();
    std::vector<bool> secret(size_t(bytes.size()), false);
    for (const Reading &reading : readings(bytes))
        mark(folded(reading.bytes), reading.sources, secret);

    QByteArray out;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (!secret[size_t(i)])
            out += bytes[i];
        else if (i == 0 || !secret[size_t(i - 1)])
            out += "(removed)";
    }
    return QString::fromUtf8(out);
}

void Redactor::mark(const QByteArray &text, const std::vector<Span> &sources, std::vector<bool> &secret) const
{
    const auto take = [&](qsizetype at, qsizetype length) {
        std::fill(secret.begin() + sources[size_t(at)].begin, secret.begin() + sources[size_t(at + length - 1)].end,
                  true);
    };
    for (qsizetype i = 0; i + part <= text.size(); ++i) {
        if (std::ranges::binary_search(m_parts, hashOfPart(text.constData() + i)))
            take(i, part);
    }
    for (const QByteArray &needle : m_short) {
        for (qsizetype at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
            if (needle.size() >= minLengthWithin || standsAlone(text, at, needle.size()))
                take(at, needle.size());
        }
    }
}

} // namespace Core
