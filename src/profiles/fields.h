#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QUrl>

#include <optional>
#include <utility>

namespace Profiles {

// Takes the known fields out of a stored object one by one. The first that is missing or of another type is the error,
// of the kind BadReply with its name as subject; what was not taken is the rest.
class Fields
{
public:
    explicit Fields(QJsonObject json) : m_json(std::move(json)) { }

    [[nodiscard]] QString text(const QString &name);
    [[nodiscard]] QString text(const QString &name, const QString &otherwise); // when it is missing
    [[nodiscard]] QUrl url(const QString &name); // empty when it is missing
    [[nodiscard]] bool boolean(const QString &name, bool otherwise); // when it is missing

    [[nodiscard]] const std::optional<Core::Error> &error() const { return m_error; }
    [[nodiscard]] QJsonObject rest() const { return m_json; }

private:
    void complain(const QString &name, const QString &detail);

    QJsonObject m_json;
    std::optional<Core::Error> m_error;
};

} // namespace Profiles
