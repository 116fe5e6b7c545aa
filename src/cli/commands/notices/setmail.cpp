#include "cli/commands/notices/setmail.h"

#include "cli/definitions.h"
#include "cli/helptext.h"
#include "cli/terminal.h"
#include "core/inputfault.h"
#include "core/pasted.h"

#include <CLI/CLI.hpp>

#include <limits>

using namespace Qt::StringLiterals;

namespace Cli {

SetMail::SetMail(CLI::App &notices, QObject *parent)
    : StoringCommand(notices, {"set-mail", "Send notices by mail: through which server, from whom and to whom"}, parent)
{
    addOption(app(), "--host", m_host, "Mail server (SMTP)")->type_name("NAME")->required();
    app()
        ->add_option("--port", m_port, "Port (default: 587 for starttls, 465 for tls, 25 for none)")
        ->type_name("N")
        ->check(CLI::Range(1, int(std::numeric_limits<quint16>::max())).description(""));
    addOption(app(), "--security", m_security,
              "Encryption: starttls (default), tls from the first byte, or none, which shows the mail and the password "
              "to everybody on the way")
        ->type_name("NAME");
    addOption(app(), "--user", m_user, "User name, if the server wants one; asks for its password")->type_name("NAME");
    addOption(app(), "--from", m_from, "Mail address of the sender")->type_name("ADDRESS")->required();
    addRepeatable(app(), "--to", m_to, "Mail address of a recipient; can be repeated")
        ->type_name("ADDRESS")
        ->required();
    addUsualOptions();
    app()->footer(noticesHelp());
}

Core::Result<Notices::Mail> SetMail::mail() const
{
    const auto security = Notices::securityNamed(m_security.isEmpty() ? u"starttls"_s : m_security.toLower());
    if (!security)
        return Core::fail(Core::ErrorKind::InvalidInput, m_security, {},
                          Core::NotOneOf{{u"starttls"_s, u"tls"_s, u"none"_s}});
    const auto user = Core::pasted({.text = m_user, .name = u"--user"_s});
    if (!user)
        return Core::propagate(user);
    Notices::Mail mail{.host = Core::trimmed(m_host),
                       .port = m_port == 0 ? Notices::usualPort(*security) : quint16(m_port),
                       .security = *security,
                       .user = *user,
                       .from = Core::trimmed(m_from)};
    for (const QString &mailbox : m_to)
        mail.to.append(Core::trimmed(mailbox));
    if (const auto good = Notices::check(mail); !good)
        return Core::propagate(good);
    return mail;
}

void SetMail::start()
{
    catchInterrupts();
    auto changed = channels().read();
    if (!changed)
        return refuse(changed.error());
    const auto wanted = mail();
    if (!wanted)
        return refuse(wanted.error());
    QList<SecretEntry> entries;
    if (!wanted->user.isEmpty())
        entries.append({.place = Notices::passwordOf(*wanted), .label = u"Password"_s});
    if (const auto entered = enter(entries); !entered)
        return refuse(entered.error());
    const QJsonObject unknown = changed->mail ? changed->mail->unknown : QJsonObject();
    changed->mail = *wanted;
    changed->mail->unknown = unknown;
    store(*changed, entries);
}

} // namespace Cli
