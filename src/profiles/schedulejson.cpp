#include "profiles/schedulejson.h"

#include "profiles/knownword.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace Profiles {

namespace {

// In the order of the variants' alternatives.
const QStringList scheduleKinds{u"manually"_s, u"automatically"_s};
const QStringList daysKinds{u"everyDays"_s, u"everyWeeks"_s, u"daysOfMonth"_s, u"weekdaysOfMonth"_s, u"businessDay"_s};
const QStringList timesKinds{u"setTimes"_s, u"interval"_s};
const QStringList weekdayNames{u"monday"_s, u"tuesday"_s,  u"wednesday"_s, u"thursday"_s,
                               u"friday"_s, u"saturday"_s, u"sunday"_s};

std::optional<qsizetype> indexIn(const QStringList &names, const QString &name)
{
    const qsizetype index = names.indexOf(name);
    return index < 0 ? std::nullopt : std::optional(index);
}

std::optional<qsizetype> scheduleKindNamed(const QString &text)
{
    return indexIn(scheduleKinds, text);
}

std::optional<qsizetype> daysKindNamed(const QString &text)
{
    return indexIn(daysKinds, text);
}

std::optional<qsizetype> timesKindNamed(const QString &text)
{
    return indexIn(timesKinds, text);
}

template <typename Variant> QJsonObject ofKind(const QStringList &kinds, const Variant &value)
{
    return {{u"kind"_s, kinds[qsizetype(value.index())]}};
}

QJsonArray arrayOf(const QList<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
}

QJsonArray arrayOf(const Weekdays &days)
{
    QJsonArray array;
    for (const Qt::DayOfWeek day : days)
        array.append(weekdayNames[day - Qt::Monday]);
    return array;
}

QString textOf(const QTime &time)
{
    return time.toString(u"HH:mm"_s);
}

int numberOf(const Core::JsonReader &json)
{
    return int(std::clamp<qint64>(json.integer(), std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
}

QList<int> numbersOf(const Core::JsonReader &json)
{
    QList<int> numbers;
    for (const Core::JsonReader &item : json.items())
        numbers.append(numberOf(item));
    return numbers;
}

Core::Result<Weekdays> weekdaysOf(const Core::JsonReader &json)
{
    Weekdays days;
    for (const Core::JsonReader &item : json.items()) {
        const auto day = knownWord(item, weekdayNamed);
        if (!day)
            return Core::propagate(day);
        days.append(*day);
    }
    return days;
}

QTime timeOf(const Core::JsonReader &json)
{
    const QTime time = QTime::fromString(json.string(), u"HH:mm"_s);
    if (!time.isValid())
        json.complain(u"a time of day"_s);
    return time;
}

void insertMonths(QJsonObject &json, const Months &months)
{
    if (const auto *every = std::get_if<EveryMonths>(&months))
        json.insert(u"everyMonths"_s, every->months);
    else
        json.insert(u"months"_s, arrayOf(std::get<NamedMonths>(months).months));
}

Months monthsFrom(const Core::JsonReader &json)
{
    if (json.has("months"_L1))
        return NamedMonths{numbersOf(json["months"_L1])};
    return EveryMonths{numberOf(json["everyMonths"_L1])};
}

QJsonObject toJson(const Days &days)
{
    QJsonObject json = ofKind(daysKinds, days);
    if (const Months *months = monthsOf(days))
        insertMonths(json, *months);
    if (const auto *every = std::get_if<EveryDays>(&days)) {
        json.insert(u"every"_s, every->days);
    } else if (const auto *weeks = std::get_if<EveryWeeks>(&days)) {
        json.insert(u"every"_s, weeks->weeks);
        json.insert(u"on"_s, arrayOf(weeks->on));
    } else if (const auto *rule = std::get_if<DaysOfMonth>(&days)) {
        json.insert(u"days"_s, arrayOf(rule->days));
    } else if (const auto *which = std::get_if<WeekdaysOfMonth>(&days)) {
        json.insert(u"which"_s, arrayOf(which->which));
        json.insert(u"on"_s, arrayOf(which->on));
    } else if (const auto *business = std::get_if<BusinessDay>(&days)) {
        json.insert(u"which"_s, business->which);
        json.insert(u"weekend"_s, arrayOf(business->weekend));
        json.insert(u"holidays"_s, business->holidays);
    }
    return json;
}

Core::Result<Days> daysFromJson(const Core::JsonReader &json)
{
    const auto kind = knownWord(json["kind"_L1], daysKindNamed);
    if (!kind)
        return Core::propagate(kind);
    const auto onDays = [&json](const QLatin1String member, const auto &make) -> Core::Result<Days> {
        const auto on = weekdaysOf(json[member]);
        if (!on)
            return Core::propagate(on);
        return Days(make(*on));
    };
    switch (*kind) {
    case 0: return EveryDays{numberOf(json["every"_L1])};
    case 1: return onDays("on"_L1, [&json](const Weekdays &on) { return EveryWeeks{numberOf(json["every"_L1]), on}; });
    case 2: return DaysOfMonth{monthsFrom(json), numbersOf(json["days"_L1])};
    case 3:
        return onDays("on"_L1, [&json](const Weekdays &on) {
            return WeekdaysOfMonth{monthsFrom(json), numbersOf(json["which"_L1]), on};
        });
    default:
        return onDays("weekend"_L1, [&json](const Weekdays &weekend) {
            return BusinessDay{monthsFrom(json), numberOf(json["which"_L1]), weekend, json["holidays"_L1].string()};
        });
    }
}

QJsonObject toJson(const Times &times)
{
    QJsonObject json = ofKind(timesKinds, times);
    if (const auto *set = std::get_if<SetTimes>(&times)) {
        QJsonArray at;
        for (const QTime &time : set->times)
            at.append(textOf(time));
        json.insert(u"at"_s, at);
    } else if (const auto *interval = std::get_if<Interval>(&times)) {
        json.insert(u"everyMinutes"_s, qint64(interval->every.count()));
        json.insert(u"from"_s, textOf(interval->from));
        json.insert(u"to"_s, textOf(interval->to));
    }
    return json;
}

Core::Result<Times> timesFromJson(const Core::JsonReader &json)
{
    const auto kind = knownWord(json["kind"_L1], timesKindNamed);
    if (!kind)
        return Core::propagate(kind);
    if (*kind == 1)
        return Interval{std::chrono::minutes(numberOf(json["everyMinutes"_L1])), timeOf(json["from"_L1]),
                        timeOf(json["to"_L1])};
    SetTimes set{.times = {}};
    for (const Core::JsonReader &item : json["at"_L1].items())
        set.times.append(timeOf(item));
    return set;
}

QDate startFrom(const Core::JsonReader &json)
{
    const QString text = json.string(QString());
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !date.isValid())
        json.complain(u"a date"_s);
    return date;
}

Core::Result<Schedule> automaticallyFromJson(const Core::JsonReader &json)
{
    auto days = daysFromJson(json["days"_L1]);
    if (!days)
        return Core::propagate(days);
    auto times = timesFromJson(json["times"_L1]);
    if (!times)
        return Core::propagate(times);
    Automatically automatically{
        .timetable = {*std::move(days), *std::move(times), startFrom(json["start"_L1]), json["timeZone"_L1].string()},
        .catchUp = std::chrono::minutes(numberOf(json["catchUpMinutes"_L1])),
        .onlyNewData = json["onlyNewData"_L1].boolean(),
        .pauseAfter = numberOf(json["pauseAfter"_L1]),
        .confirmChanges = json["confirmChanges"_L1].boolean()};
    if (const Core::JsonReader retry = json["retry"_L1]; json.has("retry"_L1))
        automatically.retry =
            Retry{numberOf(retry["tries"_L1]), std::chrono::minutes(numberOf(retry["waitMinutes"_L1]))};
    return automatically;
}

} // namespace

QJsonObject toJson(const Schedule &schedule)
{
    QJsonObject json = ofKind(scheduleKinds, schedule);
    if (const auto *manually = std::get_if<Manually>(&schedule)) {
        json.insert(u"remindAfterDays"_s, manually->remindAfterDays);
        return json;
    }
    const auto &automatically = std::get<Automatically>(schedule);
    json.insert(u"days"_s, toJson(automatically.timetable.days));
    json.insert(u"times"_s, toJson(automatically.timetable.times));
    if (automatically.timetable.start.isValid())
        json.insert(u"start"_s, automatically.timetable.start.toString(Qt::ISODate));
    json.insert(u"timeZone"_s, automatically.timetable.timeZone);
    if (const auto &retry = automatically.retry)
        json.insert(u"retry"_s,
                    QJsonObject{{u"tries"_s, retry->tries}, {u"waitMinutes"_s, qint64(retry->wait.count())}});
    json.insert(u"catchUpMinutes"_s, qint64(automatically.catchUp.count()));
    json.insert(u"onlyNewData"_s, automatically.onlyNewData);
    json.insert(u"pauseAfter"_s, automatically.pauseAfter);
    json.insert(u"confirmChanges"_s, automatically.confirmChanges);
    return json;
}

Core::Result<Schedule> scheduleFromJson(const Core::JsonReader &json)
{
    if (!json.isObject()) {
        json.complain(u"an object"_s);
        return Manually{};
    }
    const auto kind = knownWord(json["kind"_L1], scheduleKindNamed);
    if (!kind)
        return Core::propagate(kind);
    auto schedule = *kind == 1 ? automaticallyFromJson(json)
                               : Core::Result<Schedule>(Manually{numberOf(json["remindAfterDays"_L1])});
    if (schedule && !check(*schedule))
        json.complain(u"a possible schedule"_s);
    return schedule;
}

std::optional<Qt::DayOfWeek> weekdayNamed(const QString &text)
{
    const auto index = indexIn(weekdayNames, text);
    return index ? std::optional(Qt::DayOfWeek(Qt::Monday + int(*index))) : std::nullopt;
}

} // namespace Profiles
