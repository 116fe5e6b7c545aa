#include "cli/helptext.h"

#include "cli/exitcode.h"
#include "sheet/guardrules.h"

#include <QStringList>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

constexpr std::array exitCodes{
    std::pair(ExitCode::Done, "Verified, or nothing to write"),
    std::pair(ExitCode::Usage, "Usage error"),
    std::pair(ExitCode::Credentials, "Credentials rejected or missing, or a scope missing"),
    std::pair(ExitCode::Refused, "Refused by a check or by you, or --yes is missing"),
    std::pair(ExitCode::NotFound, "Not found, or no access"),
    std::pair(ExitCode::Failed, "Failed otherwise; nothing was written"),
    std::pair(ExitCode::NotAsDesired, "Partly written, or the sheet differs from the DataSet"),
    std::pair(ExitCode::OutcomeUnknown, "Outcome unknown"),
    std::pair(ExitCode::Cancelled, "Cancelled; nothing was written"),
    std::pair(ExitCode::Differences, "The dry run or the check found differences"),
    std::pair(ExitCode::ReportLost,
              "Ended as with %1 or %2, but the report could not be printed or a file not written"),
    std::pair(ExitCode::RegionChanged, "The check found that the region is not what the last verified run left there"),
    std::pair(ExitCode::NeedsAttention,
              "A saved writeback needs somebody (status, schedule), or is not valid (validate), or a test did not get "
              "through (notices)"),
};

QString exitCodesText()
{
    QString text = u"Exit codes:"_s;
    for (const auto &[code, meaning] : exitCodes)
        text += u"\n%1  %2"_s.arg(int(code), 4).arg(QLatin1String(meaning));
    return text.arg(int(ExitCode::Done)).arg(int(ExitCode::Differences));
}

QString seriousnessText()
{
    QStringList codes;
    for (const ExitCode code : bySeriousness())
        codes.append(QString::number(int(code)));
    return u"Of several writebacks, the exit code is the most serious one, in this order: %1."_s.arg(
        codes.join(u", "_s));
}

const QString environmentCredentials =
    uR"(Credentials come from the environment: DOMO_CLIENT_ID, DOMO_CLIENT_SECRET, WORKIVA_CLIENT_ID,
WORKIVA_CLIENT_SECRET.)"_s;

const QString savedCredentials =
    uR"(Credentials come from the system keychain, where the window stores them, or from the environment:
DOMO_CLIENT_ID, DOMO_CLIENT_SECRET, WORKIVA_CLIENT_ID, WORKIVA_CLIENT_SECRET. What the environment
has is used instead of the keychain, and its client IDs must be those of the account. In place of a
variable, systemd can load a credential of its name: domo-client-id and so on.)"_s;

QString checksText()
{
    QString text = u"Checks for --guard and --accept, with what they lead to by default:"_s;
    for (int each = 0; each <= int(Sheet::lastGuard); ++each) {
        const auto guard = Sheet::Guard(each);
        text += u"\n  %1 %2"_s.arg(Sheet::name(guard), -28).arg(Sheet::name(Sheet::defaultLevel(guard)));
        const Sheet::ThresholdUnit unit = Sheet::thresholdUnit(guard);
        if (unit != Sheet::ThresholdUnit::None)
            text += u":%1 (%2)"_s.arg(Sheet::thresholdText(Sheet::GuardRules().threshold(guard)),
                                      unit == Sheet::ThresholdUnit::Days ? u"days"_s : u"per cent"_s);
    }
    return text + u"\nAll other checks are always made."_s;
}

std::string paragraphs(const QStringList &texts)
{
    return texts.join(u"\n\n"_s).toStdString();
}

} // namespace

std::string generalHelp()
{
    return paragraphs({u"Every command has its own --help."_s, exitCodesText()});
}

std::string copyHelp()
{
    return paragraphs(
        {environmentCredentials,
         uR"(Anything given twice must match: an address and an ID, the sheet name in the region and the name of
the sheet, the host of an address and --region-host.)"_s,
         uR"(In a LIST of columns, a name with a comma, an equals sign, a quote or outer blanks stands in double
quotes, and a quote in it is doubled. Lists can be repeated. --key and --partition-by take the names
that the columns have in the sheet.)"_s,
         checksText(), exitCodesText()});
}

std::string noticesHelp()
{
    return paragraphs(
        {uR"(Passwords, keys and addresses that anybody could send to are secrets. They are read from standard
input, a line each, and stored in the system keychain. Without a keychain, set variables, here and
wherever the runs are started: NOTICE_MAIL_PASSWORD; NOTICE_NAME_ADDRESS and NOTICE_NAME_KEY, with
the name of the webhook in capital letters and an underscore for all but letters and digits;
NOTICE_PING_ID, with the ID of the writeback in capital letters. They come first, and then nothing
is stored.)"_s,
         uR"(An address begins with https://, unless it is on this computer. A signed notice has the headers
Writeback-Timestamp (seconds since 1970) and Writeback-Signature: "sha256=" and the HMAC-SHA256, as
hex, of the timestamp, a full stop and the body. Refuse old timestamps.)"_s,
         uR"(A ping is a GET of the address when a run succeeded, and of /start or /fail below it when one starts
or failed.)"_s});
}

std::string desktopHelp()
{
    return paragraphs(
        {uR"(Notifications are shown by the desktop's own service, org.freedesktop.Notifications, on the session
bus of the user who starts the runs: the one of DBUS_SESSION_BUS_ADDRESS, or else the socket "bus" in
XDG_RUNTIME_DIR or in /run/user with the number of the user, so that jobs of cron find it too. A
notice counts as told once that service has given the notification an ID; who has seen it, nobody can
tell.)"_s,
         uR"(A notification has the subject of the notice and its first sentences. It stays until it is closed,
if the desktop permits that, unless everything in it is in order again.)"_s});
}

std::string savedHelp()
{
    return paragraphs({savedCredentials, seriousnessText(), exitCodesText()});
}

} // namespace Cli
