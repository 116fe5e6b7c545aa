#pragma once

#include "core/laterversion.h"
#include "core/result.h"
#include "profiles/jsonfile.h"
#include "profiles/jsonfolder.h"

#include <QFile>

namespace Notices {

// One document of this folder's kind, as a file of its own: private, atomic, and left alone if a later version of this
// program wrote it. Any one thread; two programs may use the same one.
template <typename Content> class StoredFile
{
public:
    using FromJson = Core::Result<Content> (*)(const QJsonObject &);

    StoredFile(const QString &folder, FromJson fromJson, QString id)
        : m_folder(folder), m_id(std::move(id)), m_fromJson(fromJson)
    {
    }

    [[nodiscard]] const Profiles::JsonFolder &folder() const { return m_folder; }

    // Nothing if there is no file. Disk; BadFile with the file's path as subject if its content is invalid, and it was
    // renamed to *.broken; with the cause Core::LaterVersion if a later version wrote it.
    [[nodiscard]] Core::Result<Content> read() const
    {
        if (!QFile::exists(m_folder.fileOf(m_id)))
            return Content();
        const auto document = m_folder.read(m_id);
        auto content = document ? m_fromJson(*document) : Core::Result<Content>(Core::propagate(document));
        if (content)
            return content;
        Core::Error error = document ? Profiles::inFile(m_folder.fileOf(m_id), content.error()) : document.error();
        if (error.kind == Core::ErrorKind::BadFile && !isLater(error))
            error.subject = m_folder.setAside({.id = m_id, .detail = error.detail}).path;
        return Core::fail(std::move(error));
    }

    // Disk, with the cause Core::LaterVersion if a later version has written it in the meantime.
    [[nodiscard]] Core::Result<void> write(const QJsonObject &document) const
    {
        if (const auto present = m_folder.read(m_id)) {
            if (const auto known = m_fromJson(*present); !known && isLater(known.error()))
                return Core::fail(Core::ErrorKind::Disk, m_folder.fileOf(m_id), known.error().detail,
                                  Core::LaterVersion{});
        }
        return m_folder.write(m_id, document);
    }

private:
    static bool isLater(const Core::Error &error) { return error.cause.as<Core::LaterVersion>() != nullptr; }

    Profiles::JsonFolder m_folder;
    QString m_id;
    FromJson m_fromJson;
};

} // namespace Notices
