#include "schedule/handover.h"

#include "core/printable.h"
#include "profiles/schedulejson.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Schedule {

namespace {

constexpr int maxTitle = 100; // characters of a name

Core::Failure fault(HandoverFault::Reason reason, const QString &subject)
{
    return Core::fail(Core::ErrorKind::InvalidInput, subject, {}, HandoverFault{reason});
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

// JSON with the characters escaped that a scheduler's text could take for something else.
QString inAscii(const QByteArray &json)
{
    QString text;
    for (const QChar character : QString::fromUtf8(json)) {
        const bool isPlain = character >= u' ' && character <= u'~' && character != u'%' && character != u'\'';
        text += isPlain ? QString(character) : u"\\u%1"_s.arg(uint(character.unicode()), 4, 16, QLatin1Char('0'));
    }
    return text;
}

} // namespace

Core::Result<void> check(const Handover &handover)
{
    static const QRegularExpression id(u"^[A-Za-z0-9_-]{1,64}$"_s);
    if (!id.match(handover.profileId).hasMatch())
        return fault(HandoverFault::Reason::NotAnId, handover.profileId);
    if (!QDir::isAbsolutePath(handover.program))
        return fault(HandoverFault::Reason::RelativeProgram, handover.program);
    static const QRegularExpression control(u"[\\x00-\\x1f\\x7f]"_s);
    QStringList words = handover.options + QStringList{handover.program};
    for (const CredentialFile &file : handover.credentials)
        words.append(file.path);
    for (const QString &word : std::as_const(words)) {
        if (word.contains(control))
            return fault(HandoverFault::Reason::ControlCharacter, word);
    }
    return Profiles::check(handover.schedule);
}

QStringList arguments(const Handover &handover)
{
    return QStringList{u"run"_s, handover.profileId, u"--scheduled"_s, fingerprint(handover.schedule)}
    + handover.options;
}

QString fingerprint(const Profiles::Automatically &schedule)
{
    const QByteArray hash =
        QCryptographicHash::hash(compact(toJson(Profiles::Schedule(schedule))), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(16));
}

QString recordOf(const Handover &handover)
{
    QJsonArray credentials;
    for (const CredentialFile &file : handover.credentials)
        credentials.append(
            QJsonObject{{u"name"_s, file.name}, {u"path"_s, file.path}, {u"isEncrypted"_s, file.isEncrypted}});
    return inAscii(compact({{u"program"_s, handover.program},
                            {u"options"_s, QJsonArray::fromStringList(handover.options)},
                            {u"credentials"_s, credentials},
                            {u"profileId"_s, handover.profileId},
                            {u"profileName"_s, handover.profileName},
                            {u"schedule"_s, toJson(Profiles::Schedule(handover.schedule))}}));
}

Core::Result<Handover> fromRecord(const QString &record)
{
    const Core::JsonReader json = Core::JsonReader::parse(record.toUtf8());
    const auto schedule = Profiles::scheduleFromJson(json["schedule"_L1]);
    if (!schedule)
        return Core::propagate(schedule);
    Handover handover{.program = json["program"_L1].string(),
                      .profileId = json["profileId"_L1].string(),
                      .profileName = json["profileName"_L1].string()};
    for (const Core::JsonReader &option : json["options"_L1].items())
        handover.options.append(option.string());
    for (const Core::JsonReader &file : json["credentials"_L1].items())
        handover.credentials.append(
            {file["name"_L1].string(), file["path"_L1].string(), file["isEncrypted"_L1].boolean()});
    const auto *automatically = std::get_if<Profiles::Automatically>(&*schedule);
    if (!automatically)
        json["schedule"_L1].complain(u"a schedule that is not manual"_s);
    if (const auto good = json.check(Core::ErrorKind::BadFile); !good)
        return Core::propagate(good);
    handover.schedule = *automatically;
    return handover;
}

QString titleOf(const Handover &handover)
{
    return u"Workiva Writeback: "_s + Core::printable(handover.profileName.left(maxTitle)).simplified();
}

} // namespace Schedule
