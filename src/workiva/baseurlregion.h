#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace Workiva {

// Where a workspace is hosted: Workiva runs three separate installations, and a grant is valid for only one. Pure.
enum class BaseUrlRegion { Us, Eu, Apac };

[[nodiscard]] QUrl baseUrl(BaseUrlRegion region); // of the API
[[nodiscard]] QString webHost(BaseUrlRegion region); // in browser addresses
[[nodiscard]] QString name(BaseUrlRegion region); // "us", "eu", "apac": for files and options
[[nodiscard]] std::optional<BaseUrlRegion> fromName(const QString &text); // not case-sensitive

} // namespace Workiva
