#include "notices/failurelog.h"

#include "core/filelock.h"
#include "core/jsonreader.h"
#include "notices/desktopfault.h"
#include "notices/mailfault.h"
#include "profiles/migrations.h"

#include <QDir>
#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Notices {

namespace {

constexpr std::chrono::seconds lockTimeout{2}; // others hold it while they write a file

constexpr std::array<Profiles::Migration, 0> ofFailures{};

QJsonObject toJson(const Failure &failure)
{
    const Core::Error &error = failure.error;
    QJsonObject json{{u"at"_s, failure.at.toUTC().toString(Qt::ISODate)},
                     {u"channel"_s, failure.channel},
                     {u"about"_s, failure.about},
                     {u"kind"_s, Core::name(error.kind)},
                     {u"subject"_s, error.subject},
                     {u"detail"_s, error.detail},
                     {u"httpStatus"_s, error.httpStatus}};
    if (const auto *fault = error.cause.as<MailFault>()) {
        const auto step = std::ranges::find(mailSteps, fault->step, &MailStep::first);
        json.insert(u"step"_s, QLatin1String(step->second));
        json.insert(u"reply"_s, fault->reply);
    } else if (const auto *onDesktop = error.cause.as<DesktopFault>()) {
        const auto step = std::ranges::find(desktopSteps, onDesktop->step, &DesktopStep::first);
        json.insert(u"step"_s, QLatin1String(step->second));
    }
    return json;
}

Failure failureFromJson(const Core::JsonReader &json)
{
    Failure failure;
    failure.at = QDateTime::fromString(json["at"_L1].string(), Qt::ISODate);
    failure.channel = json["channel"_L1].string();
    failure.about = json["about"_L1].string();
    failure.error.kind = Core::errorKind(json["kind"_L1].string()).value_or(Core::ErrorKind::Internal);
    failure.error.subject = json["subject"_L1].string();
    failure.error.detail = json["detail"_L1].string();
    failure.error.httpStatus = int(json["httpStatus"_L1].integer());
    const QString step = json["step"_L1].string(QString());
    const int reply = int(json["reply"_L1].integer(0));
    const auto known =
        std::ranges::find_if(mailSteps, [&step](const MailStep &one) { return step == QLatin1String(one.second); });
    if (known != mailSteps.end())
        failure.error.cause = MailFault{.step = known->first, .reply = reply};
    const auto onDesktop = std::ranges::find_if(
        desktopSteps, [&step](const DesktopStep &one) { return step == QLatin1String(one.second); });
    if (onDesktop != desktopSteps.end())
        failure.error.cause = DesktopFault{onDesktop->first};
    return failure;
}

Core::Result<QList<Failure>> failuresFromJson(const QJsonObject &document)
{
    const auto current = Profiles::migrated(document, ofFailures);
    if (!current)
        return Core::propagate(current);
    const Core::JsonReader json(*current);
    QList<Failure> failures;
    for (const Core::JsonReader &one : json["failures"_L1].items())
        failures.append(failureFromJson(one));
    if (const auto good = json.check(Core::ErrorKind::BadFile); !good)
        return Core::propagate(good);
    return failures;
}

} // namespace

FailureLog::FailureLog(const QString &folder) : m_file(folder, failuresFromJson, u"failures"_s) { }

Core::Result<QList<Failure>> FailureLog::read() const
{
    return m_file.read();
}

Core::Result<void> FailureLog::add(const Failure &failure) const
{
    const QString path = QDir(m_file.folder().path()).filePath(u"failures.lock"_s);
    Core::FileLock lock;
    if (!m_file.folder().make())
        return Core::fail(Core::ErrorKind::Disk, path);
    if (auto taken = lock.take(path, lockTimeout); !taken)
        return taken;
    QList<Failure> all = m_file.read().value_or(QList<Failure>()); // a damaged one was renamed
    all.prepend(failure);
    all.resize(std::min(all.size(), most));
    QJsonArray array;
    for (const Failure &one : std::as_const(all))
        array.append(toJson(one));
    return m_file.write({{Profiles::schemaVersionKey, Profiles::currentVersion(ofFailures)}, {u"failures"_s, array}});
}

} // namespace Notices
