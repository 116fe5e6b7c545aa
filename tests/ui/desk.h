#pragma once

#include "support/sandboxprocess.h"
#include "support/sessionsecretstore.h"
#include "ui/runs/runs.h"

#include <QTemporaryDir>
#include <QWidget>

namespace Support {

// All that the windows borrow, in a folder that is gone with this; no window's place is remembered elsewhere either.
class Desk
{
public:
    Desk();
    Q_DISABLE_COPY_MOVE(Desk)

    QTemporaryDir folder;
    Profiles::ProfileStore store;
    Support::SessionSecretStore secrets;
    std::unique_ptr<History::RunHistory> history;
    std::unique_ptr<Desktop::Runs> runs;

    Profiles::Account addAccount(const SandboxProcess &sandbox); // with its secrets
    Profiles::Profile addProfile(const SandboxProcess &sandbox, const QString &name,
                                 const QString &region = QStringLiteral("B3:"));
};

[[nodiscard]] Profiles::Account accountOf(const SandboxProcess &sandbox);

// The control below `root` that a screen reader calls `name`, and that is to be seen; null when there is none.
template <typename Control> [[nodiscard]] Control *named(const QWidget *root, const QString &name)
{
    for (Control *one : root->findChildren<Control *>()) {
        if (one->accessibleName() == name && one->isVisible())
            return one;
    }
    return nullptr;
}

// Controls below `root` that a screen reader has no name for.
[[nodiscard]] QStringList nameless(const QWidget *root);

} // namespace Support
