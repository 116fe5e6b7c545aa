#pragma once

#include <QStringList>

namespace Core {

// Causes of an Error that is about what a person gave.

// Nothing was given, and there is no doing without. InvalidInput or BadCredentials; the error's subject is what is
// missing.
struct NotGiven
{
    friend bool operator==(const NotGiven &, const NotGiven &) = default;
};

// It is none of the few that there are. InvalidInput.
struct NotOneOf
{
    QStringList names;

    friend bool operator==(const NotOneOf &, const NotOneOf &) = default;
};

// A character that nobody sees stands within an ID, a secret or an address. InvalidInput.
struct UnseenCharacter
{
    qsizetype position = 0; // 0-based, in characters
    char32_t character = 0;

    friend bool operator==(const UnseenCharacter &, const UnseenCharacter &) = default;
};

// The address of a service goes on after its host: requests would go without that. BadAddress.
struct PathInAddress
{
    QString path;

    friend bool operator==(const PathInAddress &, const PathInAddress &) = default;
};

// The address of a spreadsheet stands where one of a sheet is needed. InvalidInput.
struct NoSheetInAddress
{
    friend bool operator==(const NoSheetInAddress &, const NoSheetInAddress &) = default;
};

// The same thing was said twice, and not the same of it. InvalidInput.
struct Contradiction
{
    enum class Of {
        Spreadsheet, // two IDs
        Sheet, // two IDs
        Host, // where Workiva is: hosts or names of a Base URL Region
    };

    Of of = Of::Spreadsheet;
    QString one;
    QString other;

    friend bool operator==(const Contradiction &, const Contradiction &) = default;
};

} // namespace Core
