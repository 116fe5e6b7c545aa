#include "profiles/secretstore.h"

#include <QPointer>

namespace Profiles {

void SecretStore::readBoth(const QString &accountId, QObject *context, ReadBoth answer)
{
    const QPointer<QObject> asker(context);
    read(accountId, Secret::Domo, this, [=, this, answer = std::move(answer)](const Core::Result<QString> &domo) {
        read(accountId, Secret::Workiva, this, [=](const Core::Result<QString> &workiva) {
            if (asker)
                answer(domo, workiva);
        });
    });
}

void SecretStore::removeBoth(const QString &accountId, QObject *context, Done answer)
{
    const QPointer<QObject> asker(context);
    remove(accountId, Secret::Domo, this, [=, this, answer = std::move(answer)](const Core::Result<void> &domo) {
        remove(accountId, Secret::Workiva, this, [=](const Core::Result<void> &workiva) {
            if (asker)
                answer(domo ? workiva : domo);
        });
    });
}

} // namespace Profiles
