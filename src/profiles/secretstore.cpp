#include "profiles/secretstore.h"

#include <QPointer>

namespace Profiles {

void SecretStore::removeBoth(const QString &accountId, QObject *context, Done answer)
{
    const QPointer<QObject> asker(context);
    remove(accountId, Secret::Domo, this, [=, this](const Core::Result<void> &domo) {
        remove(accountId, Secret::Workiva, this, [=](const Core::Result<void> &workiva) {
            if (asker)
                answer(domo ? workiva : domo);
        });
    });
}

} // namespace Profiles
