#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace Workiva {

// Where an account lives: Workiva runs three separate installations, and a grant is good for one of them only. Pure.
enum class BaseUrlRegion { Us, Eu, Apac };

[[nodiscard]] QUrl baseUrl(BaseUrlRegion region); // of the API
[[nodiscard]] QString webHost(BaseUrlRegion region); // of the addresses in a browser
[[nodiscard]] QString name(BaseUrlRegion region); // "us", "eu", "apac": for files and options
[[nodiscard]] std::optional<BaseUrlRegion> fromName(const QString &text); // without regard to case

} // namespace Workiva
