#pragma once

#include "core/result.h"

#include <QByteArray>

#include <optional>

namespace Schedule {

// A file of a scheduler, which can be put back as it was when this object was made. Writing is atomic, and the file
// private. Disk with the path as subject.
class KeptFile
{
public:
    [[nodiscard]] static Core::Result<KeptFile> at(const QString &path);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const std::optional<QByteArray> &before() const { return m_before; } // none: there was no file

    [[nodiscard]] Core::Result<void> write(const QByteArray &content) const; // creates its folder if needed
    [[nodiscard]] Core::Result<void> remove() const;
    [[nodiscard]] Core::Result<void> putBack() const;

private:
    KeptFile(QString path, std::optional<QByteArray> before);

    QString m_path;
    std::optional<QByteArray> m_before;
};

} // namespace Schedule
