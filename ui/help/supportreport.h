#pragma once

#include "history/runrecord.h"
#include "profiles/account.h"
#include "profiles/profile.h"
#include "profiles/settings.h"

#include <QDateTime>

#include <optional>

namespace Ui {

// What a support report is made of.
struct SupportFacts
{
    QDateTime created{};
    QString version{}; // of this program
    QString qt{};
    QString system{}; // its name and version, and the processor
    QString platform{}; // "xcb"
    QString locale{}; // of numbers and dates
    Profiles::Settings settings{};

    bool hasKeychain = true;
    QString keeping{}; // of the history: "in its folder", "in memory", "not at all"
    bool isUsualFolder = true; // of the data
    qint64 historyBytes = 0;
    std::optional<qint64> recordedRuns = 0; // none: they could not be read
    qsizetype faults = 0; // files that could not be read
    qsizetype ofLaterVersion = 0; // accounts and writebacks

    QList<Profiles::Account> accounts{};
    QList<Profiles::Profile> profiles{};
    QList<History::RunRecord> runs{}; // the newest first
    QString home{}; // the user's folder, which is replaced in paths
};

// A text for support. It is in English, whatever the language of the window, and has no names of saved or written
// things, secrets, tokens or values of cells: what a service or a user worded is left out, and IDs are cut, except for
// those of requests, by which a service finds its logs. Pure.
[[nodiscard]] QString supportReport(const SupportFacts &facts);

} // namespace Ui
