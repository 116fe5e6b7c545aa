#pragma once

#include "cli/queryoptions.h"
#include "cli/runoptions.h"
#include "cli/shapingoptions.h"
#include "profiles/profile.h"

namespace Cli {

// The options of `copy`, as typed. Empty: not given.
struct CopyOptions
{
    RunOptions run;
    QString domoUrl;
    QString workivaUrl;
    QString baseUrlRegion; // us, eu or apac
    QString dataSet; // IDs may also be web addresses
    QString spreadsheet;
    QString sheet;
    QString region;
    QueryOptions query;
    ShapingOptions shaping;
    Profiles::Profile profile; // how it is written; source and target are in the texts above
};

} // namespace Cli
