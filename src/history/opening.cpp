#include "history/opening.h"

#include "core/filelock.h"
#include "history/schema.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace History {

namespace {

using namespace std::chrono_literals;

constexpr auto lockTimeout = 10s;

Core::Result<void> takeLock(Core::FileLock &lock, const Place &place)
{
    if (place.isMemory)
        return {};
    const auto taken = lock.take(place.path + u".lock"_s, lockTimeout);
    if (!taken)
        return Core::fail(Core::ErrorKind::Disk, place.path, taken.error().subject);
    return {};
}

// Returns the new path.
QString setAside(const QString &path)
{
    QString broken = path + u".broken"_s;
    for (int i = 2; QFile::exists(broken); ++i)
        broken = path + u".broken"_s + QString::number(i);
    QFile::rename(path, broken);
    // A write-ahead log belongs to the file whose changes it contains: if it stayed, it would be applied to the new
    // one.
    for (const QString &tail : {u"-wal"_s, u"-shm"_s})
        QFile::rename(path + tail, broken + tail);
    return broken;
}

enum class Look { No, Yes };

struct Try
{
    std::unique_ptr<Database> database;
    Core::Result<void> result;
    bool isDamaged = false;
};

Try tryToOpen(const Place &place, Look look)
{
    Try one{std::make_unique<Database>(place), {}};
    Database &database = *one.database;
    if (!database.open()) {
        one.result = database.failure();
        one.isDamaged = database.isDamage();
        return one;
    }
    if (look == Look::Yes) {
        const std::optional<bool> sound = database.isSound();
        one.isDamaged = sound == false;
        if (!sound || one.isDamaged) {
            one.result = database.failure();
            return one;
        }
    }
    one.result = upgrade(database);
    one.isDamaged = !one.result && database.isDamage();
    return one;
}

} // namespace

Core::Result<std::unique_ptr<Database>> openHistory(const Place &place)
{
    Core::FileLock lock;
    if (const auto taken = takeLock(lock, place); !taken)
        return Core::propagate(taken);
    Try one = tryToOpen(place, Look::No);
    if (!one.result)
        return Core::propagate(one.result);
    return std::move(one.database);
}

Core::Result<OpenedHistory> openSoundHistory(const Place &place)
{
    Core::FileLock lock;
    if (const auto taken = takeLock(lock, place); !taken)
        return Core::propagate(taken);
    OpenedHistory opened;
    Try one = tryToOpen(place, Look::Yes);
    if (one.isDamaged) {
        one.database.reset(); // otherwise it would write its log again
        opened.setAside = setAside(place.path);
        one = tryToOpen(place, Look::Yes);
    }
    if (!one.result)
        return Core::propagate(one.result);
    opened.database = std::move(one.database);
    return opened;
}

} // namespace History
