#include "words/inputtext.h"

#include "core/inputfault.h"
#include "words/methodtext.h"
#include "words/querytext.h"
#include "words/scheduletext.h"
#include "words/servicename.h"
#include "words/shapingtext.h"
#include "words/shown.h"
#include "words/spoken.h"

using namespace Qt::StringLiterals;

namespace Words {

namespace {

constexpr qsizetype maxOfAList = 1'000; // characters

// "a zero-width space (U+200B)": characters that are often copied along have names.
QString characterText(char32_t character)
{
    QString code = u"U+%1"_s.arg(QString::number(character, 16).toUpper(), 4, u'0');
    const auto named = [&code](const QString &name) { return u"%1 (%2)"_s.arg(name, code); };
    switch (character) {
    case 0x09: return named(Spoken::tr("a tab"));
    case 0x0a:
    case 0x0d:
    case 0x85:
    case 0x2028:
    case 0x2029: return named(Spoken::tr("a line break"));
    case 0xa0:
    case 0x202f: return named(Spoken::tr("a non-breaking space"));
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
    case 0x2069: return named(Spoken::tr("a text direction mark"));
    case 0xfeff: return named(Spoken::tr("a byte order mark"));
    default: return code;
    }
}

Sentences contradictionText(const Core::Contradiction &said, const Core::Error &error)
{
    const QString subject = shown(error.subject);
    const QString one = shown(said.one);
    const QString other = shown(said.other);
    const QString next = Spoken::tr("Enter only one of them, or make them match.");
    switch (said.of) {
    case Core::Contradiction::Of::Spreadsheet:
        return {Spoken::tr("Two different spreadsheets were given: \"%1\", and a sheet of \"%2\".").arg(one, other),
                next};
    case Core::Contradiction::Of::Sheet:
        return {Spoken::tr("Two different sheets were given: \"%1\" and \"%2\".").arg(one, other), next};
    case Core::Contradiction::Of::Host:
        return {
            Spoken::tr("Two different Workiva Base URL Regions were given: \"%1\" and \"%2\".").arg(one, other),
            Spoken::tr("Use an account of the address's region, or the address of a page in the account's region.")};
    case Core::Contradiction::Of::Period:
        return {Spoken::tr("The data is to be of the period \"%1\", but the parameter %3 is \"%2\".")
                    .arg(one, other, subject),
                next};
    case Core::Contradiction::Of::Guard:
        return {
            Spoken::tr("Two different levels were given for the check %1: \"%2\" and \"%3\".").arg(subject, one, other),
            next};
    case Core::Contradiction::Of::ClientId:
        return {Spoken::tr("Two different Client IDs for %1 were given: \"%2\", and \"%3\" of the account \"%4\".")
                    .arg(serviceName(error.service), one, other, subject),
                next};
    case Core::Contradiction::Of::Account:
        return {Spoken::tr("Two different accounts were given: \"%1\", and \"%2\" of the writeback \"%3\".")
                    .arg(one, other, subject),
                next};
    }
    Q_UNREACHABLE();
}

// About days; nothing otherwise.
std::optional<Sentences> dayWords(const Core::Error &error)
{
    const QString subject = shown(error.subject);
    if (error.cause.as<Core::NotAPeriod>())
        return Sentences{Spoken::tr("\"%1\" is not a year, month or day.").arg(subject),
                         Spoken::tr("Enter it in the form 2026, 2026-06 or 2026-06-30.")};
    if (error.cause.as<Core::NotADate>())
        return Sentences{Spoken::tr("\"%1\" is not a day of the calendar.").arg(subject),
                         Spoken::tr("Enter year, month and day, such as 2026-12-31.")};
    if (error.cause.as<Core::PastDate>())
        return Sentences{Spoken::tr("The day %1 is already over.").arg(subject),
                         Spoken::tr("Enter today or a later day (UTC).")};
    return {};
}

// About those who are told; nothing otherwise.
std::optional<Sentences> channelWords(const Core::Error &error)
{
    const QString subject = shown(error.subject);
    if (error.cause.as<Core::NotAMailbox>())
        return Sentences{Spoken::tr("\"%1\" is not a mail address.").arg(subject),
                         Spoken::tr("Enter the address alone, such as close@example.com.")};
    if (error.cause.as<Core::NotAHost>())
        return Sentences{Spoken::tr("\"%1\" is not the name of a computer.").arg(subject),
                         Spoken::tr("Enter the name alone, such as mail.example.com.")};
    if (error.cause.as<Core::NameTaken>())
        return Sentences{Spoken::tr("The name \"%1\" is already in use.").arg(subject),
                         Spoken::tr("Choose another name.")};
    if (const auto *fault = error.cause.as<Core::TooShort>())
        return Sentences{
            Spoken::tr("%1 is too short: it needs at least %2 characters.").arg(subject, number(fault->atLeast)),
            Spoken::tr("Enter a longer one.")};
    return {};
}

} // namespace

Sentences inputText(const Core::Error &error)
{
    const QString subject = shown(error.subject);
    if (error.cause.as<Core::NotGiven>())
        return {Spoken::tr("%1 is missing.").arg(subject), Spoken::tr("Enter it, then try again.")};
    if (const auto *known = error.cause.as<Core::NotOneOf>(); known && known->names.isEmpty())
        return {Spoken::tr("There is no \"%1\".").arg(subject), {}};
    if (const auto *known = error.cause.as<Core::NotOneOf>())
        return {
            Spoken::tr("\"%1\" is not one of these: %2.").arg(subject, shown(known->names.join(u", "_s), maxOfAList)),
            Spoken::tr("Enter one of them.")};
    if (const auto *several = error.cause.as<Core::Ambiguous>())
        return {Spoken::tr("\"%1\" is the name of several: %2.")
                    .arg(subject, shown(several->things.join(u", "_s), maxOfAList)),
                Spoken::tr("Enter the ID of one of them.")};
    if (error.cause.as<Core::Archived>())
        return {Spoken::tr("The writeback \"%1\" is in the archive.").arg(subject),
                Spoken::tr("Take it out of the archive, or choose another one.")};
    if (const auto *fault = error.cause.as<Core::UnseenCharacter>())
        return {Spoken::tr("%1 contains an invisible character: its character %3 is %2.")
                    .arg(subject, characterText(fault->character), QString::number(fault->position + 1)),
                Spoken::tr("It was probably copied with the text. Delete it, or copy the text from another place.")};
    if (const auto *fault = error.cause.as<Core::PathInAddress>())
        return {Spoken::tr("\"%1\" is not an allowed address: the address of a service ends with its host, and this "
                           "one continues with \"%2\". Nothing was sent.")
                    .arg(subject, shown(fault->path)),
                Spoken::tr("Remove that part. A service that is available only under a path is not supported.")};
    if (error.cause.as<Core::NotAChoice>())
        return {Spoken::tr("The check %1 is always made: it cannot be switched off or accepted.").arg(subject),
                Spoken::tr("Remove it, and correct what it finds.")};
    if (error.cause.as<Core::NotANumber>())
        return {Spoken::tr("\"%1\" is not a number.").arg(subject),
                Spoken::tr("Enter a number with up to two decimals, such as 5 or 2.5.")};
    if (error.cause.as<Core::NotAList>())
        return {Spoken::tr("\"%1\" is not a list of columns.").arg(subject),
                Spoken::tr("Separate columns by commas, and a value from its column by an equals sign. A name that "
                           "contains one of them, or a quote, stands in double quotes, and a quote in it is doubled.")};
    if (error.cause.as<Core::FileGivenTwice>())
        return {Spoken::tr("Two exports would be written to the same file, \"%1\".").arg(subject),
                Spoken::tr("Enter another file for one of them.")};
    if (error.cause.as<Core::FileExists>())
        return {Spoken::tr("The file \"%1\" exists already, and was not changed.").arg(subject),
                Spoken::tr("Enter another file, or remove that one.")};
    if (error.cause.as<Core::NoSheetInAddress>())
        return {Spoken::tr("\"%1\" is the address of a spreadsheet, not of a sheet.").arg(subject),
                Spoken::tr("Open the sheet in Workiva and copy its address.")};
    if (const auto *fault = error.cause.as<Sheet::UpdateFault>())
        return updateWords(*fault, subject);
    if (const auto *fault = error.cause.as<Sheet::ShapingFault>())
        return shapingWords(*fault, subject);
    if (const auto *fault = error.cause.as<Sheet::RowQueryFault>())
        return rowQueryWords(*fault, subject);
    if (const auto *said = error.cause.as<Core::Contradiction>())
        return contradictionText(*said, error);
    for (const auto &words : {dayWords(error), channelWords(error)}) {
        if (words)
            return *words;
    }
    return scheduleErrorText(error).value_or(Sentences{});
}

} // namespace Words
