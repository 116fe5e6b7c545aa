#include "core/pasted.h"

#include "core/inputfault.h"
#include "core/printable.h"

namespace Core {

namespace {

bool isBlankOrUnseen(char32_t character)
{
    return QChar::isSpace(character) || isUnseen(character);
}

} // namespace

QString trimmed(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    qsizetype from = 0;
    qsizetype to = characters.size();
    while (from < to && isBlankOrUnseen(characters[from]))
        ++from;
    while (to > from && isBlankOrUnseen(characters[to - 1]))
        --to;
    const auto length = [&characters](qsizetype begin, qsizetype end) {
        qsizetype units = 0;
        for (qsizetype i = begin; i < end; ++i)
            units += QChar::requiresSurrogates(characters[i]) ? 2 : 1;
        return units;
    };
    return text.mid(length(0, from), length(from, to));
}

Result<QString> pasted(const PastedText &pasted)
{
    const QString kept = trimmed(pasted.text);
    const QList<uint> characters = kept.toUcs4();
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const char32_t character = characters[i];
        const bool isOddBlank = QChar::isSpace(character) && character != U' ';
        if (isOddBlank || isUnseen(character))
            return fail(ErrorKind::InvalidInput, pasted.name.isEmpty() ? kept : pasted.name, {},
                        UnseenCharacter{i, character});
    }
    return kept;
}

} // namespace Core
