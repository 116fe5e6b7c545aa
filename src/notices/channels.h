#pragma once

#include "core/result.h"
#include "notices/storedfile.h"

#include <QJsonObject>
#include <QUrl>

#include <optional>

namespace Notices {

// The channels through which people are told, without the secrets, which are in a SecretStore under the channel's ID.

struct Mail
{
    enum class Security { StartTls, Tls, None };

    static constexpr auto id = "mail"; // there is one mail account; its Password is there if it has a user

    QString host{};
    quint16 port = 0;
    Security security = Security::StartTls;
    QString user{}; // empty: the server takes mail without signing in
    QString from{}; // a mailbox, such as close@example.com
    QStringList to{}; // at least one
    QJsonObject unknown{}; // fields of a later version of this program, preserved

    friend bool operator==(const Mail &, const Mail &) = default;
};

// A web address that takes notices as JSON.
struct Webhook
{
    enum class Shape {
        Signed, // this program's own, signed with the Key
        Slack, // an incoming webhook
        Teams, // the "webhook request" trigger of a workflow
    };

    QString id{};
    QString name{}; // as people call it; unique, see variableOf()
    Shape shape = Shape::Signed;
    QString host{}; // of its Address, to be displayed
    QJsonObject unknown{};

    friend bool operator==(const Webhook &, const Webhook &) = default;
};

// Notifications on the desktop of the user who runs this program. There is nothing to set up but that they are wanted.
struct Desktop
{
    static constexpr auto id = "desktop";

    friend bool operator==(const Desktop &, const Desktop &) = default;
};

// A dead man's switch, which is told that a run started and how it ended, and which notices elsewhere if it is not. Its
// Address is under the profile's ID.
struct Ping
{
    QString profileId{};
    QString host{}; // to be displayed
    QJsonObject unknown{};

    friend bool operator==(const Ping &, const Ping &) = default;
};

struct Channels
{
    std::optional<Mail> mail{};
    std::optional<Desktop> desktop{};
    QList<Webhook> webhooks{};
    QList<Ping> pings{};
    QJsonObject unknown{};

    [[nodiscard]] const Ping *ping(const QString &profileId) const; // null: none

    friend bool operator==(const Channels &, const Channels &) = default;
};

// Whether a webhook cannot have this name, because it is that of another channel.
[[nodiscard]] bool isReserved(const QString &name);

[[nodiscard]] QString name(Mail::Security security); // "startTls"
[[nodiscard]] std::optional<Mail::Security> securityNamed(const QString &name);
[[nodiscard]] quint16 usualPort(Mail::Security security);
[[nodiscard]] QString name(Webhook::Shape shape); // "slack"
[[nodiscard]] std::optional<Webhook::Shape> shapeNamed(const QString &name);

// What is wrong with it. InvalidInput with the text as subject and Core::NotAHost, Core::NotAMailbox, Core::NotGiven
// or, for a user name with control characters, no cause.
[[nodiscard]] Core::Result<void> check(const Mail &mail);

// An address that notices or pings may go to: https, or http on this computer, without user and password. BadAddress
// with no more than its scheme and host as subject.
[[nodiscard]] Core::Result<QUrl> addressIn(const QString &text);

// Where files of this library are kept, in the folder of the saved writebacks (the channels) and in that of the history
// (what was told, and what failed).
[[nodiscard]] QString folderIn(const QString &folder);

// The channels in `folder`/channels.json, see StoredFile.
class ChannelStore
{
public:
    explicit ChannelStore(const QString &folder);

    [[nodiscard]] Core::Result<Channels> read() const;
    [[nodiscard]] Core::Result<void> write(const Channels &channels) const;

private:
    StoredFile<Channels> m_file;
};

} // namespace Notices
