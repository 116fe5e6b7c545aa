#pragma once

#include "cli/runoptions.h"
#include "profiles/profile.h"

namespace Cli {

// What the user typed after `copy`, as text. Empty: not given.
struct CopyOptions
{
    RunOptions run;
    QString domoUrl;
    QString workivaUrl;
    QString regionHost; // us, eu or apac
    QString dataSet; // IDs may be whole web addresses
    QString spreadsheet;
    QString sheet;
    QString region;
    Profiles::Profile profile; // how it is written; what and where is in the texts above
};

} // namespace Cli
