#include "notices/told.h"

#include "core/jsonreader.h"
#include "profiles/knownword.h"
#include "profiles/migrations.h"

#include <QDir>
#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace Notices {

namespace {

constexpr std::array<Profiles::Migration, 0> ofTold{};

QJsonObject toJson(const QHash<QString, Told> &told)
{
    QJsonArray all;
    for (const auto &[channel, profiles] : told.asKeyValueRange()) {
        for (const auto &[profile, kind] : profiles.asKeyValueRange())
            all.append(QJsonObject{{u"channel"_s, channel}, {u"profileId"_s, profile}, {u"kind"_s, name(kind)}});
    }
    return {{Profiles::schemaVersionKey, Profiles::currentVersion(ofTold)}, {u"told"_s, all}};
}

Core::Result<QHash<QString, Told>> toldFromJson(const QJsonObject &document)
{
    const auto current = Profiles::migrated(document, ofTold);
    if (!current)
        return Core::propagate(current);
    const Core::JsonReader json(*current);
    QHash<QString, Told> told;
    for (const Core::JsonReader &one : json["told"_L1].items()) {
        const auto kind = Profiles::knownWord(one["kind"_L1], kindNamed);
        if (!kind)
            return Core::propagate(kind);
        told[one["channel"_L1].string()].insert(one["profileId"_L1].string(), *kind);
    }
    if (const auto good = json.check(Core::ErrorKind::BadFile); !good)
        return Core::propagate(good);
    return told;
}

} // namespace

ToldStore::ToldStore(const QString &folder) : m_file(folder, toldFromJson, u"told"_s) { }

bool ToldStore::make() const
{
    return m_file.folder().make();
}

QString ToldStore::lockFile() const
{
    return QDir(m_file.folder().path()).filePath(u"told.lock"_s);
}

Core::Result<QHash<QString, Told>> ToldStore::read() const
{
    return m_file.read();
}

Core::Result<void> ToldStore::write(const QHash<QString, Told> &told) const
{
    return m_file.write(toJson(told));
}

} // namespace Notices
