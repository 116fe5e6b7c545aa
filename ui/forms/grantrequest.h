#pragma once

#include <QUrl>

namespace Ui {

// What a user without the credentials sends to an administrator, who makes the two grants.
[[nodiscard]] QString grantRequestText();
[[nodiscard]] QUrl grantRequestMail(); // mailto:, without a recipient

} // namespace Ui
