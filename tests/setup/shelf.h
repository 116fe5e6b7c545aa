#pragma once

#include "profiles/profilestore.h"
#include "support/profiles.h"
#include "support/sessionsecretstore.h"
#include "support/slowsecrets.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <optional>

namespace Support {

using namespace Qt::StringLiterals;

// Where drafts are stored: a temporary folder, and a keychain that waits for its user.
class Shelf final
{
public:
    QTemporaryDir folder;
    Profiles::ProfileStore store{folder.path()};
    SessionSecretStore kept;
    SlowSecrets secrets{kept};

    // The user allows the keychain's oldest request, and its consequences are processed.
    void allow()
    {
        secrets.answer();
        settle();
    }

    void refuse()
    {
        secrets.refuses = true;
        secrets.answer();
        secrets.refuses = false;
        settle();
    }

    // Allows everything that is pending.
    void allowAll()
    {
        while (secrets.waiting() > 0)
            allow();
    }

    // No profile can be written from now on.
    [[nodiscard]] bool closeProfiles() const
    {
        const QString path = folder.filePath(u"profiles"_s);
        QFile file(path);
        return QDir(path).removeRecursively() && file.open(QIODevice::WriteOnly);
    }

    // Without waiting for the user; empty if there is none.
    [[nodiscard]] QString secret(const QString &accountId, Profiles::Secret which)
    {
        std::optional<QString> found;
        kept.read(accountId, which, &kept,
                  [&found](const Core::Result<QString> &read) { found = read.value_or(QString()); });
        settle();
        return found.value_or(u"not answered"_s);
    }

    void keep(const QString &accountId, const QString &domo, const QString &workiva)
    {
        const auto done = [](const Core::Result<void> &) {};
        kept.write(accountId, Profiles::Secret::Domo, domo, &kept, done);
        kept.write(accountId, Profiles::Secret::Workiva, workiva, &kept, done);
        settle();
    }

private:
    static void settle() { QCoreApplication::sendPostedEvents(); }
};

inline Profiles::Account account(const QString &id, const QString &name)
{
    return {.id = id,
            .name = name,
            .domoClientId = u"domo"_s,
            .workivaClientId = u"workiva"_s,
            .baseUrlRegion = u"us"_s,
            .domoUrl = {},
            .workivaUrl = {},
            .unknown = {}};
}

} // namespace Support
