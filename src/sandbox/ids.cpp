#include "sandbox/ids.h"

#include <QUuid>

namespace Sandbox {

namespace {

const QUuid names(0x5a1dc0de, 0x0b0c, 0x4d0e, 0x8f, 0x10, 0x21, 0x32, 0x43, 0x54, 0x65, 0x76);

}

QString guidFor(const QString &name)
{
    return QUuid::createUuidV5(names, name).toString(QUuid::WithoutBraces);
}

QString hexIdFor(const QString &name)
{
    return QUuid::createUuidV5(names, name).toString(QUuid::Id128);
}

QString newHexId()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

} // namespace Sandbox
