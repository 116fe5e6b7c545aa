#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QList>

namespace Profiles {

// A folder with one JSON object a file, named by its id: <id>.json. Writing is atomic: a file is the old one or the new
// one, never half of it. Files that are no JSON objects are set aside as <id>.json.broken and reported. Folder and
// files are their owner's alone. Errors are Disk with the path as subject. Any one thread; two programs may use one
// folder.
class JsonFolder
{
public:
    struct Fault
    {
        enum class Kind {
            SetAside, // it made no sense
            Unreadable, // could not be read, or made no sense and could not be set aside
        };
        Kind kind = Kind::SetAside;
        QString path; // where the file is now
        QString detail;

        friend bool operator==(const Fault &, const Fault &) = default;
    };

    struct Entry
    {
        QString id;
        QJsonObject object;
    };

    struct Contents
    {
        QList<Entry> entries; // by id
        QList<Fault> faults;
    };

    explicit JsonFolder(QString path);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool make() const; // the folder itself, if it is not there; false when it cannot be made

    [[nodiscard]] Contents read() const;
    // One file as it is; also BadFile, and InvalidInput when the id cannot be a file's name.
    [[nodiscard]] Core::Result<QJsonObject> read(const QString &id) const;
    // Makes the folder. InvalidInput likewise.
    [[nodiscard]] Core::Result<void> write(const QString &id, const QJsonObject &object) const;
    [[nodiscard]] Core::Result<void> remove(const QString &id) const; // one that is not there is no error
    struct Broken
    {
        QString id;
        QString detail;
    };
    [[nodiscard]] Fault setAside(const Broken &object) const; // for an object that makes no sense

    [[nodiscard]] QString fileOf(const QString &id) const; // the path

private:
    QString m_path;
};

} // namespace Profiles
