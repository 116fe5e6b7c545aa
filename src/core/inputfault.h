#pragma once

#include <QStringList>

namespace Core {

// Causes of an Error that is about what a person gave.

// A required value is missing. InvalidInput or BadCredentials; the error's subject is what is missing.
struct NotGiven
{
    friend bool operator==(const NotGiven &, const NotGiven &) = default;
};

// The value is not one of the allowed names. InvalidInput.
struct NotOneOf
{
    QStringList names; // empty: there are none

    friend bool operator==(const NotOneOf &, const NotOneOf &) = default;
};

// The name is that of several things, each of which has an ID. InvalidInput.
struct Ambiguous
{
    QStringList things; // with their IDs

    friend bool operator==(const Ambiguous &, const Ambiguous &) = default;
};

// What was named is in the archive, and therefore not in use. InvalidInput.
struct Archived
{
    friend bool operator==(const Archived &, const Archived &) = default;
};

// An invisible character inside an ID, a secret or an address. InvalidInput.
struct UnseenCharacter
{
    qsizetype position = 0; // 0-based, in characters
    char32_t character = 0;

    friend bool operator==(const UnseenCharacter &, const UnseenCharacter &) = default;
};

// A service's base URL has a path after its host, which requests would drop. BadAddress.
struct PathInAddress
{
    QString path;

    friend bool operator==(const PathInAddress &, const PathInAddress &) = default;
};

// The address of a spreadsheet was given instead of one of a sheet. InvalidInput.
struct NoSheetInAddress
{
    friend bool operator==(const NoSheetInAddress &, const NoSheetInAddress &) = default;
};

// The name of something that is always checked was given where only a choice makes sense. InvalidInput.
struct NotAChoice
{
    friend bool operator==(const NotAChoice &, const NotAChoice &) = default;
};

// The text is no year, month or day of the calendar in the form 2026, 2026-06 or 2026-06-30. InvalidInput.
struct NotAPeriod
{
    friend bool operator==(const NotAPeriod &, const NotAPeriod &) = default;
};

// The text is not a number such as 5 or 2.5. InvalidInput.
struct NotANumber
{
    friend bool operator==(const NotANumber &, const NotANumber &) = default;
};

// The text is not a day of the calendar in the form 2026-12-31, or one that is over. InvalidInput.
struct NotADate
{
    friend bool operator==(const NotADate &, const NotADate &) = default;
};
struct PastDate
{
    friend bool operator==(const PastDate &, const PastDate &) = default;
};

// The text is not a list of names, each of which may have a value after an equals sign. InvalidInput.
struct NotAList
{
    friend bool operator==(const NotAList &, const NotAList &) = default;
};

// The same file is to be written twice. InvalidInput, with its path as subject.
struct FileGivenTwice
{
    friend bool operator==(const FileGivenTwice &, const FileGivenTwice &) = default;
};

// The file to be written exists. InvalidInput, with its path as subject.
struct FileExists
{
    friend bool operator==(const FileExists &, const FileExists &) = default;
};

// The text is not the address of a mailbox, such as close@example.com. InvalidInput.
struct NotAMailbox
{
    friend bool operator==(const NotAMailbox &, const NotAMailbox &) = default;
};

// The text is not the name of a host, such as mail.example.com. InvalidInput.
struct NotAHost
{
    friend bool operator==(const NotAHost &, const NotAHost &) = default;
};

// Something else has this name. InvalidInput.
struct NameTaken
{
    friend bool operator==(const NameTaken &, const NameTaken &) = default;
};

// A secret that is too short to be one; the subject is its name. InvalidInput.
struct TooShort
{
    qsizetype atLeast = 0; // characters

    friend bool operator==(const TooShort &, const TooShort &) = default;
};

// The same thing was given twice, with different values. InvalidInput.
struct Contradiction
{
    enum class Of {
        Spreadsheet, // two IDs
        Sheet, // two IDs
        Host, // where Workiva is: hosts or names of base URL regions
        Guard, // levels of the check that is the error's subject
        Period, // that of the data, and the parameter of that name
        ClientId, // of the account that is the error's subject, at the error's service
        Account, // names of accounts for the writeback that is the error's subject
    };

    Of of = Of::Spreadsheet;
    QString one;
    QString other;

    friend bool operator==(const Contradiction &, const Contradiction &) = default;
};

} // namespace Core
