#include "cli/secretentry.h"

#include "cli/terminal.h"
#include "core/inputfault.h"
#include "core/pasted.h"

#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace Cli {

Core::Result<void> enter(QList<SecretEntry> &entries)
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (SecretEntry &entry : entries) {
        QString text = environment.value(entry.place.variable);
        entry.isOfEnvironment = !Core::trimmed(text).isEmpty();
        if (!entry.isOfEnvironment && promptSecret(entry.label, text) == Answer::Interrupted)
            return Core::fail(Core::ErrorKind::Cancelled);
        const auto value = Core::pasted({.text = text, .name = entry.label});
        if (!value)
            return Core::propagate(value);
        if (value->isEmpty())
            return Core::fail(Core::ErrorKind::InvalidInput, entry.label, {}, Core::NotGiven{});
        entry.value = *value;
    }
    return {};
}

void removeSecrets(const QList<Notices::SecretPlace> &places, Profiles::SecretStore &keychain, QObject *context,
                   std::function<void(const Core::Result<void> &)> answer)
{
    if (places.isEmpty()) {
        QMetaObject::invokeMethod(
            context, [answer = std::move(answer)] { answer({}); }, Qt::QueuedConnection);
        return;
    }
    const Notices::SecretPlace &first = places.first();
    keychain.remove(first.ownerId, first.secret, context,
                    [=, &keychain, rest = places.sliced(1)](const Core::Result<void> &removed) {
                        if (!removed)
                            return answer(removed);
                        removeSecrets(rest, keychain, context, answer);
                    });
}

namespace {

// One after the other, so that a locked keychain prompts its user only once.
void writeSecrets(const QList<SecretEntry> &entries, Profiles::SecretStore &keychain, QObject *context,
                  const std::function<void(const Core::Result<void> &)> &answer)
{
    if (entries.isEmpty())
        return answer({});
    const SecretEntry &first = entries.first();
    keychain.write(first.place.ownerId, first.place.secret, first.value, context,
                   [=, &keychain, rest = entries.sliced(1)](const Core::Result<void> &written) {
                       if (!written || !keychain.isPersistent())
                           return answer(Core::fail(Core::ErrorKind::Keychain, first.place.variable));
                       writeSecrets(rest, keychain, context, answer);
                   });
}

} // namespace

void storeChannels(const Notices::ChannelStore &store, const Notices::Channels &channels,
                   const QList<SecretEntry> &entries, Profiles::SecretStore &keychain, QObject *context,
                   std::function<void(const Core::Result<void> &)> answer)
{
    const auto tell = [context, answer = std::move(answer)](const Core::Result<void> &result) {
        QMetaObject::invokeMethod(
            context, [answer, result] { answer(result); }, Qt::QueuedConnection);
    };
    const auto before = store.read();
    if (!before)
        return tell(Core::propagate(before));
    // First, so that whatever a crash leaves behind is shown and can be removed.
    if (const auto written = store.write(channels); !written)
        return tell(written);
    QList<SecretEntry> kept = entries;
    kept.removeIf([](const SecretEntry &entry) { return entry.isOfEnvironment; });
    writeSecrets(kept, keychain, context, [=, before = *before](const Core::Result<void> &written) {
        if (!written)
            std::ignore = store.write(before);
        tell(written);
    });
}

} // namespace Cli
