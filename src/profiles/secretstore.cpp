#include "profiles/secretstore.h"

#include <QPointer>

namespace Profiles {

void SecretStore::readBoth(const QString &accountId, QObject *context, ReadBoth answer)
{
    const QPointer<QObject> asker(context);
    read(accountId, Secret::Domo, this, [=, this](const Core::Result<QString> &domo) {
        read(accountId, Secret::Workiva, this, [=](const Core::Result<QString> &workiva) {
            if (asker)
                answer(domo, workiva);
        });
    });
}

void SecretStore::writeBoth(const QString &accountId, const QString &domo, const QString &workiva, QObject *context,
                            Done answer)
{
    const QPointer<QObject> asker(context);
    const Done tell = [asker, answer = std::move(answer)](const Core::Result<void> &result) {
        if (asker)
            answer(result);
    };
    write(accountId, Secret::Domo, domo, this, [=, this](const Core::Result<void> &written) {
        written ? write(accountId, Secret::Workiva, workiva, this, tell) : tell(written);
    });
}

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
