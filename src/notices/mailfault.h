#pragma once

#include <array>
#include <utility>

namespace Notices {

// The cause of an error on the way to a mailbox: how far it came.
struct MailFault
{
    enum class Step {
        Connect, // up to the server's greeting
        Secure, // TLS
        SignIn,
        Sender,
        Recipient, // the error's subject is the mailbox
        Content,
    };

    Step step = Step::Connect;
    int reply = 0; // the server's code; 0: it sent none to this step

    [[nodiscard]] bool isTemporary() const { return reply >= 400 && reply < 500; } // RFC 5321, 4.2.1

    friend bool operator==(const MailFault &, const MailFault &) = default;
};

// The stable names in files and JSON.
using MailStep = std::pair<MailFault::Step, const char *>;
inline constexpr std::array mailSteps{
    MailStep(MailFault::Step::Connect, "connect"),     MailStep(MailFault::Step::Secure, "secure"),
    MailStep(MailFault::Step::SignIn, "signIn"),       MailStep(MailFault::Step::Sender, "sender"),
    MailStep(MailFault::Step::Recipient, "recipient"), MailStep(MailFault::Step::Content, "content"),
};

} // namespace Notices
