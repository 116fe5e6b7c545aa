#include "core/printable.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Core {

namespace {

// Letters by their category, but without a visible glyph.
constexpr std::array<char32_t, 6> fillers{0x034f, 0x115f, 0x1160, 0x17b4, 0x3164, 0xffa0};

constexpr char32_t nonJoiner = 0x200c;
constexpr char32_t joiner = 0x200d;

QString named(char32_t character)
{
    switch (character) {
    case U'\n': return u"\\n"_s;
    case U'\r': return u"\\r"_s;
    case U'\t': return u"\\t"_s;
    default: return u"<U+%1>"_s.arg(QString::number(character, 16).toUpper(), 4, u'0');
    }
}

bool isNonCharacter(char32_t character)
{
    return (character >= 0xfdd0 && character <= 0xfdef) || (character & 0xfffe) == 0xfffe;
}

// Some scripts are written with joiners, and so are some emoji: between their characters, joiners are part of the text.
bool isSpelling(const QList<uint> &text, qsizetype at)
{
    const bool joins = text[at] == joiner || text[at] == nonJoiner;
    const auto isOfSuchAScript = [&text](qsizetype place) {
        return place >= 0 && place < text.size() && text[place] > 0x2ff && !isUnseen(text[place]);
    };
    return joins && isOfSuchAScript(at - 1) && isOfSuchAScript(at + 1);
}

QString withNames(const QString &text, bool keepsLines)
{
    const auto isPlain = [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; };
    if (std::ranges::all_of(text, isPlain))
        return text;
    const QList<uint> characters = text.toUcs4();
    QString out;
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const char32_t character = characters[i];
        if (isUnseen(character) && !(keepsLines && character == U'\n') && !isSpelling(characters, i))
            out += named(character);
        else
            out += QString::fromUcs4(&character, 1);
    }
    return out;
}

} // namespace

bool isUnseen(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return isNonCharacter(character) || std::ranges::find(fillers, character) != fillers.end();
    }
}

QString printable(const QString &text)
{
    return withNames(text, false);
}

QString printableLines(const QString &text)
{
    return withNames(text, true);
}

} // namespace Core
