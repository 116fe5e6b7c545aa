#pragma once

#include "profiles/profilestore.h"
#include "profiles/secretstore.h"
#include "runs/datafolder.h"
#include "schedule/installed.h"
#include "setup/diagnosis.h"

#include <memory>

namespace Runs {

// Examines everything that a run of a saved writeback needs, link by link, without writing to the sheet and without a
// run. Borrows its constructor's arguments. One thread.
class Doctor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Doctor)

public:
    Doctor(const DataFolder &folder, const Profiles::ProfileStore &store, Profiles::SecretStore &secrets,
           QObject *parent = nullptr);
    ~Doctor() override; // stops it

    // What the schedulers of this computer have, from schedule/schedulers.h; nothing is asked of them here.
    struct Schedules
    {
        Schedule::Saved saved;
        Core::Result<QList<Schedule::Installed>> installed;
    };

    // Once. The last link is the scheduler, if there are schedules and the writeback has one.
    void examine(const Profiles::Profile &profile, const Core::ProxyChoice &proxy = {},
                 const std::optional<Schedules> &schedules = {});

    // In the order in which they are needed; those of the services only once the secrets are known.
    [[nodiscard]] const QList<Setup::Examined> &links() const { return m_links; }

Q_SIGNALS:
    void finished(); // once, from the event loop

private:
    void examineWay(const Profiles::Profile &profile, const Core::ProxyChoice &proxy, const Setup::Logins &logins);
    void end();

    const DataFolder &m_folder;
    const Profiles::ProfileStore &m_store;
    Profiles::SecretStore &m_secrets;
    QList<Setup::Examined> m_links;
    std::optional<Setup::Examined> m_scheduler; // none: it is no link
    std::unique_ptr<Setup::Diagnosis> m_way; // once the secrets are known
};

// The first broken link; null: none is.
[[nodiscard]] const Setup::Examined *firstBroken(const QList<Setup::Examined> &links);

} // namespace Runs
