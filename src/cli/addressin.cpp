#include "cli/addressin.h"

#include "core/pasted.h"
#include "core/redaction.h"

namespace Cli {

Core::Result<QUrl> addressIn(const QString &text)
{
    const auto kept = Core::pasted({.text = text});
    if (!kept)
        return Core::propagate(kept);
    const QUrl url(*kept, QUrl::StrictMode);
    if (kept->isEmpty() || (url.isValid() && !url.host().isEmpty()))
        return url;
    return Core::fail(Core::ErrorKind::BadAddress, Core::redacted(*kept));
}

} // namespace Cli
