#pragma once

#include "ui/help/supportreport.h"

namespace Profiles {
class ProfileStore;
class SecretStore;
} // namespace Profiles

namespace Runs {
class DataFolder;
}

namespace Ui {

// As of now, of this program on this computer.
[[nodiscard]] SupportFacts supportFacts(const Profiles::ProfileStore &store, const Profiles::SecretStore &secrets,
                                        const Runs::DataFolder &folder, const Profiles::Settings &settings);

} // namespace Ui
