#pragma once

#include "support/sandboxprocess.h"
#include "support/sessionsecretstore.h"
#include "core/clock.h"
#include "runs/profileruns.h"

#include <QTemporaryDir>

namespace Support {

using namespace Qt::StringLiterals;

// Everything that runs and windows borrow, in a folder that is deleted with this object; window positions are stored
// there too.
class Desk
{
public:
    Desk();
    Q_DISABLE_COPY_MOVE(Desk)

    QTemporaryDir folder;
    Profiles::ProfileStore store;
    Support::SessionSecretStore secrets;
    std::unique_ptr<Runs::DataFolder> data;
    Core::SystemClock clock;
    std::unique_ptr<Runs::ProfileRuns> runs;

    [[nodiscard]] const History::RunHistory &history() const { return data->history(); }
    // Records a run of the profile; without a report it has no end.
    void remember(const Profiles::Profile &profile, const QDateTime &started,
                  const std::optional<Writeback::RunReport> &report, bool hasSent = false,
                  const Writeback::Occasion &occasion = {});

    // As if a later version of this program had saved it.
    void makeOfALaterVersion(const Profiles::Account &account);
    void makeOfALaterVersion(const Profiles::Profile &profile);

    Profiles::Account addAccount(const SandboxProcess &sandbox); // with its secrets
    Profiles::Profile addProfile(const SandboxProcess &sandbox, const QString &name, const QString &region = u"B3:"_s,
                                 const QString &dataSet = u"Trial Balance"_s);

private:
    void save(const QString &where, const QString &id, QJsonObject document); // as a document of a later version
};

[[nodiscard]] Profiles::Account accountOf(const SandboxProcess &sandbox);

} // namespace Support
