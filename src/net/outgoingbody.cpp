#include "net/outgoingbody.h"

#include <algorithm>

namespace Net {

OutgoingBody::OutgoingBody(QByteArray bytes, QObject *parent) : QIODevice(parent), m_bytes(std::move(bytes))
{
    open(ReadOnly | Unbuffered);
}

qint64 OutgoingBody::readData(char *to, qint64 max)
{
    const qint64 count = std::min(max, m_bytes.size() - m_taken);
    if (count == 0)
        return -1;
    std::copy_n(m_bytes.constData() + m_taken, count, to);
    m_taken += count;
    return count;
}

} // namespace Net
