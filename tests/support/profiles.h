#pragma once

#include "profiles/account.h"
#include "profiles/profile.h"

namespace Support {

// A profile with everything that a run needs.
[[nodiscard]] inline Profiles::Profile profile(const QString &name = QStringLiteral("Trial balance"),
                                               const QString &id = Profiles::newId(),
                                               const QString &accountId = QString(32, u'a'))
{
    Profiles::Profile profile;
    profile.id = id;
    profile.name = name;
    profile.accountId = accountId;
    profile.dataSetId = QStringLiteral("7d9f0a3e-0000-4000-8000-000000000001");
    profile.dataSetName = QStringLiteral("TB 2026");
    profile.spreadsheetId = QStringLiteral("a1b2");
    profile.spreadsheetName = QStringLiteral("10-K");
    profile.sheetId = QStringLiteral("c3d4");
    profile.sheetPath = QStringLiteral("Balance / TB");
    profile.region = Sheet::Region::parse(QStringLiteral("A:C")).value();
    return profile;
}

} // namespace Support
