#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QList>

namespace Profiles {

// A folder with one JSON object per file, named by its ID: <id>.json. Writing is atomic: a file has either its old or
// its new content. Files that are not JSON objects are renamed to <id>.json.broken and reported. Folder and files are
// private. Errors are Disk with the path as subject. Any one thread; two programs may use one folder.
class JsonFolder
{
public:
    struct Fault
    {
        enum class Kind {
            SetAside, // its content was invalid, and it was renamed
            Unreadable, // it could not be read, or was invalid and could not be renamed
        };
        Kind kind = Kind::SetAside;
        QString path; // the current path of the file
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
        QList<Entry> entries; // by ID
        QList<Fault> faults;
    };

    explicit JsonFolder(QString path);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool make() const; // creates the folder if needed; false if that fails

    [[nodiscard]] Contents read() const;
    // The unmodified object of one file; also BadFile, and InvalidInput if the ID is not valid as a file name.
    [[nodiscard]] Core::Result<QJsonObject> read(const QString &id) const;
    // Creates the folder if needed. InvalidInput if the ID is not valid as a file name.
    [[nodiscard]] Core::Result<void> write(const QString &id, const QJsonObject &object) const;
    [[nodiscard]] Core::Result<void> remove(const QString &id) const; // a missing file is not an error
    struct Broken
    {
        QString id;
        QString detail;
    };
    [[nodiscard]] Fault setAside(const Broken &object) const; // for an object with invalid content

    [[nodiscard]] QString fileOf(const QString &id) const; // the path

private:
    QString m_path;
};

} // namespace Profiles
