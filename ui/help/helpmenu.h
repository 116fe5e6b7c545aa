#pragma once

class QMainWindow;
class QMenu;

namespace Profiles {
class ProfileStore;
class SecretStore;
} // namespace Profiles

namespace Runs {
class DataFolder;
}

namespace Ui {

// What the support report and the data folder are about; borrowed.
struct HelpTopics
{
    const Profiles::ProfileStore &store;
    const Profiles::SecretStore &secrets;
    const Runs::DataFolder &folder;
};

// Adds guide, keyboard shortcuts, What's This, data folder, support report, and About. The window owns what they open.
void addHelp(QMenu *menu, QMainWindow *window, const HelpTopics &topics);

} // namespace Ui
