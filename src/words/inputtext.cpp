#include "words/inputtext.h"

#include "core/inputfault.h"
#include "words/shown.h"
#include "words/spoken.h"

using namespace Qt::StringLiterals;

namespace Words {

namespace {

// "a zero-width space (U+200B)": those that come along when something is copied by their names.
QString characterText(char32_t character)
{
    const QString code = u"U+%1"_s.arg(QString::number(character, 16).toUpper(), 4, u'0');
    const auto named = [&code](const QString &name) { return u"%1 (%2)"_s.arg(name, code); };
    switch (character) {
    case 0x09: return named(Spoken::tr("a tab"));
    case 0x0a:
    case 0x0d:
    case 0x85:
    case 0x2028:
    case 0x2029: return named(Spoken::tr("a line break"));
    case 0xa0:
    case 0x202f: return named(Spoken::tr("a no-break space"));
    case 0xad: return named(Spoken::tr("a soft hyphen"));
    case 0x200b: return named(Spoken::tr("a zero-width space"));
    case 0x200c:
    case 0x200d:
    case 0x2060: return named(Spoken::tr("a zero-width joiner"));
    case 0x061c:
    case 0x200e:
    case 0x200f:
    case 0x202a:
    case 0x202b:
    case 0x202c:
    case 0x202d:
    case 0x202e:
    case 0x2066:
    case 0x2067:
    case 0x2068:
    case 0x2069: return named(Spoken::tr("a mark of writing direction"));
    case 0xfeff: return named(Spoken::tr("a byte order mark"));
    default: return code;
    }
}

Sentences contradictionText(const Core::Contradiction &said)
{
    const QString one = shown(said.one);
    const QString other = shown(said.other);
    const QString next = Spoken::tr("Give one of the two, or make them agree.");
    switch (said.of) {
    case Core::Contradiction::Of::Spreadsheet:
        return {Spoken::tr("Two spreadsheets are named: \"%1\", and a sheet of \"%2\".").arg(one, other), next};
    case Core::Contradiction::Of::Sheet:
        return {Spoken::tr("Two sheets are named: \"%1\" and \"%2\".").arg(one, other), next};
    case Core::Contradiction::Of::Host:
        return {Spoken::tr("The Workiva Base URL Region is named twice: \"%1\" and \"%2\" are not the same.")
                    .arg(one, other),
                Spoken::tr("Use the account of the region that the address is of, or the address of a page there.")};
    }
    Q_UNREACHABLE();
}

} // namespace

Sentences inputText(const Core::Error &error)
{
    const QString subject = shown(error.subject);
    if (error.cause.as<Core::NotGiven>())
        return {Spoken::tr("%1 is missing.").arg(subject), Spoken::tr("Give it, and try again.")};
    if (const auto *known = error.cause.as<Core::NotOneOf>())
        return {Spoken::tr("\"%1\" is none of these: %2.").arg(subject, known->names.join(u", "_s)),
                Spoken::tr("Give one of them.")};
    if (const auto *fault = error.cause.as<Core::UnseenCharacter>())
        return {Spoken::tr("%1 holds a character that cannot be seen: its character %3 is %2.")
                    .arg(subject, characterText(fault->character), QString::number(fault->position + 1)),
                Spoken::tr("It came along with a copy. Delete it, or copy the text once more from another place.")};
    if (const auto *fault = error.cause.as<Core::PathInAddress>())
        return {Spoken::tr("Nothing is sent to \"%1\": the address of a service ends with its host, and this one goes "
                           "on with \"%2\".")
                    .arg(subject, shown(fault->path)),
                Spoken::tr("Leave that out. A service that can be reached under a path only cannot be used.")};
    if (error.cause.as<Core::NoSheetInAddress>())
        return {Spoken::tr("\"%1\" is the address of a spreadsheet, and names no sheet.").arg(subject),
                Spoken::tr("Open the sheet in Workiva, and copy the address from there.")};
    if (const auto *said = error.cause.as<Core::Contradiction>())
        return contradictionText(*said);
    return {};
}

} // namespace Words
