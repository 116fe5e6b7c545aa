#include "ui/help/supportreport.h"

#include "core/redaction.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

constexpr qsizetype kept = 4; // characters of an ID
constexpr qsizetype longest = 300; // characters of a detail
const QString none = u"  none"_s;

QString cut(const QString &id)
{
    return id.isEmpty() ? u"-"_s : Core::plainLine(id.left(kept)) + u'…';
}

QString yesOrNo(bool is)
{
    return is ? u"yes"_s : u"no"_s;
}

QString number(qint64 value)
{
    return QLocale::c().toString(value);
}

QString stamp(const QDateTime &when)
{
    return when.isValid() ? when.toUTC().toString(Qt::ISODate) : u"-"_s;
}

class Report
{
public:
    void heading(const QString &text) { m_lines += {QString(), text}; }
    void line(const QString &label, const QString &value)
    {
        m_lines.append(u"  %1 %2"_s.arg((label + u':').leftJustified(20), value));
    }
    void plain(const QString &text) { m_lines.append(text); }

    [[nodiscard]] QString text() const { return m_lines.join(u'\n') + u'\n'; }

private:
    QStringList m_lines;
};

QString name(Core::ProxyChoice::Use use)
{
    switch (use) {
    case Core::ProxyChoice::Use::System: return u"as in the system"_s;
    case Core::ProxyChoice::Use::None: return u"none"_s;
    case Core::ProxyChoice::Use::Manual: return u"manual"_s;
    }
    Q_UNREACHABLE();
}

// Whether an error's detail was worded on this computer. A service's may quote what it was sent.
bool isOwnDetail(const Core::Error &error)
{
    using Kind = Core::ErrorKind;
    if (error.httpStatus != 0)
        return false;
    switch (error.kind) {
    case Kind::NoNetwork:
    case Kind::ProxyRefused:
    case Kind::TlsUntrusted:
    case Kind::ConnectionLost:
    case Kind::TimedOut:
    case Kind::Disk:
    case Kind::Keychain: return true;
    default: return false; // a later version's kinds, too, which are read as Internal
    }
}

QString errorText(const Core::Error &error, const QString &home)
{
    QStringList parts{Core::name(error.kind)};
    if (error.service != Core::Service::None)
        parts.append(u"at %1"_s.arg(Core::name(error.service)));
    if (error.httpStatus != 0)
        parts.append(u"HTTP %1"_s.arg(error.httpStatus));
    if (!error.requestId.isEmpty())
        parts.append(u"request %1"_s.arg(Core::plainLine(Core::redacted(error.requestId).left(longest))));
    if (isOwnDetail(error) && !error.detail.isEmpty()) {
        QString detail = error.detail;
        if (!home.isEmpty())
            detail.replace(home, u"~"_s);
        // In this order: a secret that is cut may not be recognized.
        parts.append(Core::plainLine(Core::redacted(detail).left(longest)));
    }
    return parts.join(u", "_s);
}

QString findingsText(const QList<Writeback::Finding> &findings)
{
    QStringList parts;
    for (const Writeback::Finding &finding : findings)
        parts.append(u"%1 (%2%3)"_s.arg(Writeback::name(finding.kind), number(finding.count),
                                        finding.refuses ? u", refused"_s : QString()));
    return parts.join(u", "_s);
}

// The place of an entry in a list, from 1; 0: it is not there.
template <typename Entry> qsizetype placeOf(const QList<Entry> &list, const QString &id)
{
    const auto found = std::ranges::find(list, id, &Entry::id);
    return found == list.end() ? 0 : found - list.begin() + 1;
}

void addProgram(Report &report, const SupportFacts &facts)
{
    report.heading(u"Program"_s);
    report.line(u"version"_s, facts.version);
    report.line(u"Qt"_s, facts.qt);
    report.line(u"system"_s, facts.system);
    report.line(u"display"_s, facts.platform);
    report.line(u"formats"_s, facts.locale);

    const Profiles::Settings &settings = facts.settings;
    report.heading(u"Settings"_s);
    report.line(u"language"_s, settings.language.isEmpty() ? u"as in the system"_s : settings.language);
    report.line(u"proxy"_s, name(settings.proxy.use));
    report.line(u"notifications"_s, yesOrNo(settings.notifies));
    report.line(u"simultaneous runs"_s, number(settings.runsAtOnce));
    report.line(u"confirm every run"_s, yesOrNo(settings.confirmsEveryRun));
}

void addStore(Report &report, const SupportFacts &facts)
{
    report.heading(u"Stored data"_s);
    report.line(u"folder"_s, facts.isUsualFolder ? u"the usual one"_s : u"chosen at the start"_s);
    report.line(u"history"_s,
                u"%1, %2, %3 bytes"_s.arg(facts.keeping,
                                          facts.recordedRuns ? u"%1 runs"_s.arg(number(*facts.recordedRuns))
                                                             : u"runs not readable"_s,
                                          number(facts.historyBytes)));
    report.line(u"accounts"_s, number(facts.accounts.size()));
    report.line(u"writebacks"_s, number(facts.profiles.size()));
    report.line(u"of a later version"_s, number(facts.ofLaterVersion));
    report.line(u"unreadable"_s, number(facts.faults));
    report.line(u"system keychain"_s, facts.hasKeychain ? u"in use"_s : u"not available"_s);

    report.heading(u"Accounts"_s);
    if (facts.accounts.isEmpty())
        report.plain(none);
    for (qsizetype at = 0; at < facts.accounts.size(); ++at) {
        const Profiles::Account &account = facts.accounts[at];
        const bool isKnown = Profiles::baseUrlRegions().contains(account.baseUrlRegion);
        report.line(number(at + 1),
                    u"Base URL Region %1, Domo Client ID %2, Workiva Client ID %3, Domo address %4"_s.arg(
                        isKnown ? account.baseUrlRegion : u"unknown"_s, cut(account.domoClientId),
                        cut(account.workivaClientId), account.domoUrl.isEmpty() ? u"usual"_s : u"custom"_s));
    }

    report.heading(u"Writebacks"_s);
    if (facts.profiles.isEmpty())
        report.plain(none);
    for (qsizetype at = 0; at < facts.profiles.size(); ++at) {
        const Profiles::Profile &profile = facts.profiles[at];
        QStringList options;
        if (profile.columnNames)
            options.append(u"column names"_s);
        if (profile.asKept)
            options.append(u"as kept"_s);
        if (profile.datesAsText)
            options.append(u"dates as text"_s);
        report.line(number(at + 1),
                    u"account %1, DataSet %2, spreadsheet %3, sheet %4, region %5 (%6)"_s.arg(
                        number(placeOf(facts.accounts, profile.accountId)), cut(profile.dataSetId),
                        cut(profile.spreadsheetId), cut(profile.sheetId), profile.region.toString(),
                        options.isEmpty() ? u"no options"_s : options.join(u", "_s)));
    }
}

QString stateOf(const History::RunRecord &run)
{
    if (run.isRunning)
        return u"running"_s;
    if (run.isInterrupted())
        return u"interrupted"_s;
    return Core::plainLine(run.state);
}

void addRun(Report &report, const History::RunRecord &run, const SupportFacts &facts)
{
    const qsizetype place = placeOf(facts.profiles, run.entry.profileId);
    report.plain(
        u"  %1  %2, %3, %4 %5"_s.arg(stamp(run.entry.started), stateOf(run),
                                     place > 0 ? u"writeback %1"_s.arg(number(place)) : u"not a saved writeback"_s,
                                     Core::plainLine(run.program), Core::plainLine(run.version)));
    if (run.entry.kind == Writeback::RunKind::Check)
        report.line(u"  kind"_s, u"check"_s);
    if (run.ended.isValid()) {
        report.line(u"  ended"_s, stamp(run.ended));
        report.line(u"  data"_s, u"%1 rows, %2 columns"_s.arg(number(run.sourceRows), number(run.sourceColumns)));
        report.line(
            u"  cells"_s,
            u"%1 planned, %2 written, %3 compared, %4 wrong"_s.arg(number(run.cellsPlanned), number(run.cellsWritten),
                                                                   number(run.cellsCompared), number(run.cellsWrong)));
        report.line(
            u"  traffic"_s,
            u"%1 requests, %2 retries, waited %3 ms, readings lagged %4 ms"_s.arg(
                number(run.requests), number(run.retries), number(run.waited.count()), number(run.caughtUp.count())));
    }
    report.line(u"  changes"_s, u"%1 sent, %2 open"_s.arg(number(run.changesSent), number(run.changesOpen)));
    if (run.error)
        report.line(u"  error"_s, errorText(*run.error, facts.home));
    if (!run.findings.isEmpty())
        report.line(u"  findings"_s, findingsText(run.findings));
}

} // namespace

QString supportReport(const SupportFacts &facts)
{
    Report report;
    report.plain(u"Workiva Writeback: support report, %1"_s.arg(stamp(facts.created)));
    report.plain(u"Contains no secrets, cell values, or names of accounts, writebacks, DataSets and sheets."_s);
    report.plain(u"IDs are shortened to their first %1 characters, except request IDs."_s.arg(kept));
    addProgram(report, facts);
    addStore(report, facts);
    report.heading(u"Latest runs"_s);
    if (facts.runs.isEmpty())
        report.plain(facts.recordedRuns ? none : u"  not readable"_s);
    for (const History::RunRecord &run : facts.runs)
        addRun(report, run, facts);
    return report.text();
}

} // namespace Ui
