#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

namespace Support {

using namespace Qt::StringLiterals;

// A mail server as a separate program, see smtpserver.py; it ends with this object.
class MailServer
{
public:
    explicit MailServer(const QStringList &options = {})
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(PYTHON), QStringList{QStringLiteral(SMTP_SERVER)} + options);
        if (QTest::qWaitFor([this] { return m_process.canReadLine(); }, limit))
            m_port = m_process.readLine().trimmed().toUShort();
    }
    ~MailServer()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(MailServer)

    [[nodiscard]] quint16 port() const { return m_port; } // 0: it did not start

    // What has happened so far: mails, sign-ins, ends of connections.
    [[nodiscard]] QList<QJsonObject> events(const QString &name)
    {
        while (m_process.canReadLine())
            m_events.append(QJsonDocument::fromJson(m_process.readLine()).object());
        QList<QJsonObject> events = m_events;
        events.removeIf([&name](const QJsonObject &event) { return event["event"_L1].toString() != name; });
        return events;
    }

private:
    static constexpr int limit = 20'000; // ms

    QProcess m_process;
    QList<QJsonObject> m_events;
    quint16 m_port = 0;
};

// The certificate with its key, as MailServer takes it, in a file that is deleted with the folder.
[[nodiscard]] inline QString pemFile(const QTemporaryDir &folder, const QSslConfiguration &tls)
{
    QFile file(folder.filePath(u"server.pem"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(tls.localCertificate().toPem() + tls.privateKey().toPem());
    return file.fileName();
}

// A mail as Python's mail library reads it, see mailreader.py.
[[nodiscard]] inline QJsonObject readMail(const QByteArray &bytes)
{
    QProcess reader;
    reader.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    reader.start(QStringLiteral(PYTHON), {QStringLiteral(MAIL_READER)});
    reader.write(bytes);
    reader.closeWriteChannel();
    return reader.waitForFinished() ? QJsonDocument::fromJson(reader.readAllStandardOutput()).object() : QJsonObject();
}

} // namespace Support
