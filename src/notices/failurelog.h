#pragma once

#include "core/result.h"
#include "notices/storedfile.h"

#include <QDateTime>
#include <QList>

namespace Notices {

// A notice or a ping that did not get through.
struct Failure
{
    QDateTime at{}; // UTC, to the second
    QString channel{}; // its name; empty: none could be told, because they could not be read
    QString about{}; // names of writebacks; empty: a test
    Core::Error error{}; // of its causes, only a MailFault or DesktopFault is kept

    friend bool operator==(const Failure &, const Failure &) = default;
};

// The latest failures, in `folder`/failures.json, see StoredFile.
class FailureLog
{
public:
    static constexpr qsizetype most = 100;

    explicit FailureLog(const QString &folder);

    [[nodiscard]] Core::Result<QList<Failure>> read() const; // the newest first
    [[nodiscard]] Core::Result<void> add(const Failure &failure) const; // also Busy; waits for other programs, briefly

private:
    StoredFile<QList<Failure>> m_file;
};

} // namespace Notices
