#include "words/servicename.h"

#include "words/spoken.h"

namespace Words {

QString serviceName(Core::Service service)
{
    switch (service) {
    case Core::Service::Domo: return Spoken::tr("Domo");
    case Core::Service::Workiva: return Spoken::tr("Workiva");
    case Core::Service::None: return Spoken::tr("the service");
    }
    Q_UNREACHABLE();
}

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace Words
