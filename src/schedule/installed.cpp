#include "schedule/installed.h"

#include "core/laterversion.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Schedule {

namespace {

using State = Compared::State;
using Difference = Compared::Difference;

QList<Difference> differencesOf(const Handover &wanted, const Installed &installed)
{
    const Handover &there = *installed.handover;
    QList<Difference> differences;
    const auto note = [&differences](bool isEqual, Difference difference) {
        if (!isEqual)
            differences.append(difference);
    };
    note(there.schedule == wanted.schedule, Difference::Schedule);
    note(there.program == wanted.program, Difference::Program);
    note(there.options == wanted.options, Difference::Options);
    note(there.profileName == wanted.profileName, Difference::Name);
    note(installed.isAsMade, Difference::Text);
    return differences;
}

// Of something installed whose writeback should be handed over to this scheduler.
void compareWanted(Compared &one)
{
    const Installed &installed = *one.installed;
    if (!installed.handover) {
        one.state = State::Unreadable;
        return;
    }
    one.wanted->credentials = installed.handover->credentials;
    one.differences = differencesOf(*one.wanted, installed);
    if (!one.differences.isEmpty())
        one.state = State::Differs;
    else if (installed.isActive == false)
        one.state = State::NotActive;
}

Compared compared(const Installed &installed, const Saved &saved)
{
    Compared one{.profileId = installed.profileId, .scheduler = installed.scheduler, .installed = installed};
    if (installed.handover)
        one.name = installed.handover->profileName;
    const auto profile = std::ranges::find(saved.profiles, installed.profileId, &Profiles::Profile::id);
    if (profile != saved.profiles.end()) {
        one.name = profile->name;
        one.wanted = handoverOf(*profile, saved);
        if (one.wanted && installed.scheduler == saved.scheduler) {
            compareWanted(one);
            return one;
        }
        one.wanted.reset();
        one.state = State::NotWanted;
    } else if (saved.unreadable.contains(installed.profileId) || !installed.handover) {
        one.state = State::Unreadable;
    } else {
        one.state = installed.handover->options == saved.handover.options ? State::NotWanted : State::Elsewhere;
    }
    return one;
}

} // namespace

QString name(Compared::State state)
{
    switch (state) {
    case State::Same: return u"same"_s;
    case State::Differs: return u"differs"_s;
    case State::NotInstalled: return u"notInstalled"_s;
    case State::NotWanted: return u"notWanted"_s;
    case State::Unreadable: return u"unreadable"_s;
    case State::NotActive: return u"notActive"_s;
    case State::Elsewhere: return u"elsewhere"_s;
    }
    Q_UNREACHABLE();
}

QString name(Compared::Difference difference)
{
    switch (difference) {
    case Difference::Schedule: return u"schedule"_s;
    case Difference::Program: return u"program"_s;
    case Difference::Options: return u"options"_s;
    case Difference::Name: return u"name"_s;
    case Difference::Text: return u"text"_s;
    }
    Q_UNREACHABLE();
}

QList<Compared> compare(const Saved &saved, const QList<Installed> &installed)
{
    QList<Compared> all;
    for (const Installed &one : installed)
        all.append(compared(one, saved));
    for (const Profiles::Profile &profile : saved.profiles) {
        const auto wanted = handoverOf(profile, saved);
        const bool isThere = std::ranges::any_of(installed, [&](const Installed &one) {
            return one.profileId == profile.id && one.scheduler == saved.scheduler;
        });
        if (wanted && !isThere)
            all.append({.profileId = profile.id,
                        .name = profile.name,
                        .state = State::NotInstalled,
                        .scheduler = saved.scheduler,
                        .wanted = wanted});
    }
    std::ranges::stable_sort(all, [](const Compared &a, const Compared &b) {
        return std::pair(a.name, a.profileId) < std::pair(b.name, b.profileId);
    });
    return all;
}

std::optional<Handover> handoverOf(const Profiles::Profile &profile, const Saved &saved)
{
    const auto *schedule = std::get_if<Profiles::Automatically>(&profile.schedule);
    if (!schedule || profile.archived)
        return {};
    Handover handover = saved.handover;
    handover.profileId = profile.id;
    handover.profileName = profile.name;
    handover.schedule = *schedule;
    return handover;
}

Repair repairOf(const QList<Compared> &compared)
{
    Repair repair;
    for (const Compared &one : compared) {
        const bool isLater =
            one.installed && !one.installed->handover && one.installed->handover.error().cause.as<Core::LaterVersion>();
        if (one.state == State::NotWanted && !isLater)
            repair.removals.append({*one.scheduler, one.profileId});
        else if (one.wanted && one.state != State::Same && !isLater)
            repair.installs.append(*one.wanted);
    }
    return repair;
}

} // namespace Schedule
