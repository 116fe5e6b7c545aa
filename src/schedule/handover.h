#pragma once

#include "profiles/schedule.h"

#include <QStringList>

namespace Schedule {

// A file from which systemd gives the service a secret, see "LoadCredential=" in systemd.exec(5).
struct CredentialFile
{
    QString name; // under which the program finds it
    QString path; // absolute
    bool isEncrypted = false; // by systemd-creds

    friend bool operator==(const CredentialFile &, const CredentialFile &) = default;
};

// What is handed to the operating system's scheduler: the command line that runs a saved writeback, and its schedule.
// Each scheduler's text (systemdunit, launchdagent, taskxml, crontab) has all of it, so that it can be read back and
// compared with what is saved. Schedulers that cannot say a schedule exactly wake the program more often; it decides
// by dueness().
struct Handover
{
    QString program; // the absolute path of workiva-writeback-cli
    QStringList options{}; // that are always given, such as --data-dir
    QList<CredentialFile> credentials{}; // only systemd loads them
    QString profileId;
    QString profileName; // for people
    Profiles::Automatically schedule{};

    friend bool operator==(const Handover &, const Handover &) = default;
};

// Why something cannot be handed over: the cause of an InvalidInput error, whose subject is the value.
struct HandoverFault
{
    enum class Reason {
        NotAnId, // letters, digits, hyphens and underscores name files and units everywhere
        RelativeProgram, // schedulers do not search for it
        ControlCharacter, // in a path: no scheduler's text can have a line break
        Credentials, // the scheduler cannot load them; there is no subject
    };
    static constexpr Reason lastReason = Reason::Credentials;

    Reason reason = Reason::NotAnId;

    friend bool operator==(const HandoverFault &, const HandoverFault &) = default;
};

// The texts below are of a handover that passes this.
[[nodiscard]] Core::Result<void> check(const Handover &handover);

// `run ID --scheduled FINGERPRINT` and the options. The fingerprint tells the run what it was installed with.
[[nodiscard]] QStringList arguments(const Handover &handover);

[[nodiscard]] QString fingerprint(const Profiles::Automatically &schedule); // 16 hex digits

// All of it in one line of JSON, which a scheduler keeps and does not read. It is in ASCII, and has no apostrophe, "%"
// or backslash at its end.
[[nodiscard]] QString recordOf(const Handover &handover);
// BadFile if it is none; with the cause Core::LaterVersion if a later version wrote it.
[[nodiscard]] Core::Result<Handover> fromRecord(const QString &record);

// Cause of a BadFile error: what a scheduler has is without a record, so it is not of this program.
struct NoRecord
{
    friend bool operator==(const NoRecord &, const NoRecord &) = default;
};

[[nodiscard]] QString titleOf(const Handover &handover); // in one printable line: "Workiva Writeback: Trial balance"

} // namespace Schedule
