#include "profiles/keychainsecretstore.h"

#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

const QString serviceName = u"Workiva Writeback"_s;

QString keyOf(const QString &ownerId, Secret secret)
{
    switch (secret) {
    case Secret::Domo: return ownerId + u"/domo"_s;
    case Secret::Workiva: return ownerId + u"/workiva"_s;
    case Secret::Password: return ownerId + u"/password"_s;
    case Secret::Address: return ownerId + u"/address"_s;
    case Secret::Key: return ownerId + u"/key"_s;
    }
    Q_UNREACHABLE();
}

Core::Result<void> resultOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError)
        return {};
    const bool missing = job.error() == QKeychain::EntryNotFound;
    return Core::fail(missing ? Core::ErrorKind::NotFound : Core::ErrorKind::Keychain, job.key(), job.errorString());
}

// The jobs belong to the store, not to the caller: closing a window must not leave a secret half written.
template <typename Result> auto ifThere(QObject *context, std::function<void(const Result &)> answer)
{
    return [asker = QPointer<QObject>(context), answer = std::move(answer)](const Result &result) {
        if (asker)
            answer(result);
    };
}

} // namespace

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds timeout, QObject *parent)
    : SecretStore(parent), m_timeout(timeout)
{
}

// The job deletes itself when it has finished. One that hangs is left to QtKeychain, whose callback will still access
// it.
void KeychainSecretStore::run(QKeychain::Job *job, Ended ended)
{
    auto *watchdog = new QTimer(this);
    const auto end = [watchdog, job, ended = std::move(ended)](const Core::Result<void> &result) {
        watchdog->stop();
        QObject::disconnect(job, nullptr, watchdog, nullptr);
        watchdog->deleteLater();
        ended(result);
    };
    connect(job, &QKeychain::Job::finished, watchdog, [end](QKeychain::Job *done) { end(resultOf(*done)); });
    connect(watchdog, &QTimer::timeout, watchdog,
            [end, job] { end(Core::fail(Core::ErrorKind::Keychain, job->key(), u"no answer"_s)); });
    watchdog->setSingleShot(true);
    watchdog->start(m_timeout);
    job->start();
}

void KeychainSecretStore::read(const QString &ownerId, Secret secret, QObject *context, Read answer)
{
    const QString key = keyOf(ownerId, secret);
    if (const auto kept = m_kept.constFind(key); kept != m_kept.constEnd()) {
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer), value = *kept] { answer(value); }, Qt::QueuedConnection);
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(serviceName);
    job->setKey(key);
    run(job, [job, tell = ifThere(context, std::move(answer))](const Core::Result<void> &ended) {
        tell(ended ? Core::Result<QString>(job->textData()) : Core::propagate(ended));
    });
}

void KeychainSecretStore::write(const QString &ownerId, Secret secret, const QString &value, QObject *context,
                                Done answer)
{
    const QString key = keyOf(ownerId, secret);
    const int turn = ++m_turns[key];
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    job->setKey(key);
    job->setTextData(value);
    run(job, [=, this, tell = Done(ifThere(context, std::move(answer)))](const Core::Result<void> &written) {
        if (written) {
            probe(key, value, turn, tell);
            return;
        }
        if (m_turns[key] == turn)
            keep(key, value);
        tell({});
    });
}

void KeychainSecretStore::probe(const QString &key, const QString &value, int turn, Done answer)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName);
    job->setKey(key);
    run(job, [=, this, answer = std::move(answer)](const Core::Result<void> &ended) {
        // If the secret was written again or removed in the meantime, this probe is outdated.
        if (m_turns[key] == turn) {
            if (ended && job->textData() == value)
                forget(key);
            else
                keep(key, value);
        }
        answer({});
    });
}

void KeychainSecretStore::remove(const QString &ownerId, Secret secret, QObject *context, Done answer)
{
    const QString key = keyOf(ownerId, secret);
    ++m_turns[key];
    forget(key);
    auto *job = new QKeychain::DeletePasswordJob(serviceName);
    job->setKey(key);
    run(job, [tell = ifThere(context, std::move(answer))](const Core::Result<void> &ended) {
        const bool gone = ended || ended.error().kind == Core::ErrorKind::NotFound;
        tell(gone ? Core::Result<void>() : ended);
    });
}

void KeychainSecretStore::keep(const QString &key, const QString &value)
{
    const bool wasPersistent = isPersistent();
    m_kept.insert(key, value);
    if (wasPersistent)
        Q_EMIT persistenceChanged(false);
}

void KeychainSecretStore::forget(const QString &key)
{
    if (m_kept.remove(key) && isPersistent())
        Q_EMIT persistenceChanged(true);
}

} // namespace Profiles
