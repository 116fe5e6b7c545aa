#pragma once

#include <QByteArray>
#include <QIODevice>

namespace Net {

// The body of one attempt, which can be read once. QNetworkAccessManager sends a request again by itself, a POST too,
// when a kept connection turns out to be closed; it cannot with a body that does not go back to its start, and reports
// the loss instead.
class OutgoingBody final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutgoingBody)

public:
    explicit OutgoingBody(QByteArray bytes, QObject *parent = nullptr);

    [[nodiscard]] qint64 taken() const { return m_taken; } // bytes that were read
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char *to, qint64 max) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    qint64 m_taken = 0;
};

} // namespace Net
