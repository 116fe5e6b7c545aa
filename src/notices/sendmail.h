#pragma once

#include "core/secret.h"
#include "notices/channels.h"
#include "notices/sendjob.h"

#include <QFutureWatcher>
#include <QProcessEnvironment>

#include <chrono>
#include <stop_token>

namespace Notices {

struct Letter
{
    Mail mail{};
    Core::Secret password{}; // if it has a user
    QByteArray bytes{}; // see mailBytes()
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment(); // certificates: SSL_CERT_FILE, _DIR
    std::chrono::milliseconds timeout = std::chrono::minutes(1); // for all of it
};

// Sends a mail to its mail server by SMTP (RFC 5321), through libcurl on a thread of the pool. Certificates are
// verified. Every error has a MailFault as cause. One rejected recipient does not keep the mail from the others. When
// it is destroyed or cancelled, the connection is closed within a second or so.
class SendMail final : public SendJob
{
    Q_OBJECT

public:
    explicit SendMail(Letter letter, QObject *parent = nullptr);
    ~SendMail() override;

protected:
    void run() override;
    void abort() override;

private:
    using Sent = Core::Result<QList<Core::Error>>;

    const Letter m_letter;
    std::stop_source m_stop;
    QFutureWatcher<Sent> m_watcher;
};

} // namespace Notices
