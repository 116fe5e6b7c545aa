#pragma once

#include "schedule/handover.h"

namespace Schedule {

// Why the files of a folder are not handed over as credentials: the cause of an InvalidInput error, whose subject is
// the file or the folder.
struct CredentialFault
{
    enum class Reason {
        NoFolder, // there is none with that path
        NoFile, // it has none of the files; the detail is their names
        NotAFile,
        Others, // another user can read or change it: its mode is not 0600 or 0400
        NotOwn, // it belongs to another user
        Twice, // both as it is and encrypted
    };
    static constexpr Reason lastReason = Reason::Twice;

    Reason reason = Reason::NoFolder;

    friend bool operator==(const CredentialFault &, const CredentialFault &) = default;
};

inline const QString encryptedSuffix = QStringLiteral(".cred"); // as systemd-creds has it

// The files of the folder that have one of these names, or one and ".cred" if systemd-creds encrypted it. Others are
// ignored. Their content is not read. InvalidInput with a CredentialFault.
[[nodiscard]] Core::Result<QList<CredentialFile>> credentialsOf(const QString &folder, const QStringList &names);

} // namespace Schedule
