#pragma once

#include <QByteArray>
#include <QIODevice>

namespace Net {

// The body of one attempt, readable only once. QNetworkAccessManager repeats a request by itself, even a POST, if a
// kept-alive connection turns out to be closed. With a body that cannot be rewound, it reports the loss instead.
class OutgoingBody final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutgoingBody)

public:
    explicit OutgoingBody(QByteArray bytes, QObject *parent = nullptr);

    [[nodiscard]] qint64 taken() const { return m_taken; } // bytes read
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
