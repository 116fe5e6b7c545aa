#include "runs/runrequests.h"
#include "schedule/handover.h"
#include "schedule/nexttimes.h"
#include "support/profiles.h"
#include "support/schedules.h"
#include "ui/controls.h"
#include "ui/home/profilesmodel.h"
#include "words/endtext.h"
#include "words/savedtext.h"
#include "words/scheduletext.h"
#include "words/statetext.h"
#include "words/servicename.h"
#include "words/whentext.h"
#include "writeback/sheetlock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Ui::ProfilesModel;
using Kind = ProfilesModel::Kind;
using Writeback::State;

namespace {

QDateTime minutesAgo(int minutes)
{
    return QDateTime::currentDateTimeUtc().addSecs(-60 * minutes);
}

Writeback::RunReport reportOf(State state)
{
    Writeback::RunReport report;
    report.state = state;
    return report;
}

Words::Line stateOf(const ProfilesModel &model)
{
    const QModelIndex state = model.index(0, ProfilesModel::State);
    return {Words::Tone(state.data(ProfilesModel::toneRole).toInt()), state.data().toString()};
}

ProfilesModel::Press pressOf(const ProfilesModel &model)
{
    return ProfilesModel::Press(model.index(0, ProfilesModel::Action).data(ProfilesModel::pressRole).toInt());
}

} // namespace

class TestProfilesModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        for (const Profiles::Profile &one : QList(m_desk.store.profiles()))
            QVERIFY(m_desk.store.removeProfile(one.id));
    }

    void rowShowsNameAndTarget()
    {
        ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        const Profiles::Profile one = Support::profile(u"Monthly"_s);
        QVERIFY(m_desk.store.save(one));
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, ProfilesModel::Name).data().toString(), one.name);
        const QString target = model.index(0, ProfilesModel::Name).data(ProfilesModel::targetRole).toString();
        for (const QString &part : {one.spreadsheetName, one.sheetPath, one.region.toString()})
            QVERIFY(target.contains(part));
        QCOMPARE(model.index(0, 0).data(ProfilesModel::idRole).toString(), one.id);
        QVERIFY(m_desk.store.removeProfile(one.id));
        QCOMPARE(model.rowCount(), 0);
    }

    void profileOfALaterVersionIsShownAndDoesNothing()
    {
        ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const Profiles::Profile one = Support::profile(u"Monthly"_s);
        QVERIFY(m_desk.store.save(one));
        m_desk.remember(one, QDateTime::currentDateTimeUtc(), {}, true); // otherwise it could be checked
        m_desk.makeOfALaterVersion(one);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, ProfilesModel::Name).data().toString(), one.name);
        QCOMPARE(model.index(0, 0).data(ProfilesModel::idRole).toString(), one.id);
        QCOMPARE(stateOf(model), Words::laterVersionName());
        for (const int column : {ProfilesModel::Schedule, ProfilesModel::Action})
            QVERIFY(model.index(0, column).data().toString().isEmpty());
        QVERIFY(model.index(0, 0).data(ProfilesModel::targetRole).toString().isEmpty());
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(model.index(0, column).data(Qt::ToolTipRole).toString().contains(Words::laterWritebackText()));
            QVERIFY(!(model.index(0, column).flags() & Qt::ItemIsDragEnabled));
        }
        QCOMPARE(pressOf(model), ProfilesModel::Press::None);
        QVERIFY(m_desk.store.removeProfile(one.id));
        QCOMPARE(model.rowCount(), 0);
    }

    void scheduleHasItsNextTime()
    {
        ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        const auto cell = [&model] { return model.index(0, ProfilesModel::Schedule); };
        Profiles::Profile one = Support::profile(u"Monthly"_s);
        QVERIFY(m_desk.store.save(one));
        const QString manual = cell().data().toString();
        QVERIFY(!manual.isEmpty());
        QVERIFY(cell().data(Qt::ToolTipRole).toString().contains(Words::scheduleText(one.schedule)));

        const Profiles::Timetable timetable = Support::daily({6, 0}, u"Asia/Kolkata"_s);
        one.schedule = Profiles::Automatically{.timetable = timetable};
        QVERIFY(m_desk.store.save(one));
        QTRY_VERIFY(!cell().data().toString().isEmpty());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto next = ::Schedule::nextTimes(timetable, {}, now, 1);
        QCOMPARE(cell().data().toString(), Words::capitalized(Words::whenText(next->first(), now)));
        QCOMPARE(cell().data(ProfilesModel::sortRole).toDateTime(), next->first());
        const QString tip = cell().data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(Words::scheduleText(one.schedule).toHtmlEscaped()));
        QVERIFY(tip.contains(Words::exactTimeText(next->first())));

        one.schedule = Profiles::Automatically{
            .timetable = {Profiles::BusinessDay{.holidays = u"/nowhere/days.ics"_s}, {}, {}, u"Europe/Berlin"_s}};
        QVERIFY(m_desk.store.save(one));
        QTRY_VERIFY(!cell().data().toString().isEmpty());
        QVERIFY(cell().data().toString() != manual);
        QVERIFY(cell().data(Qt::ToolTipRole).toString().contains(u"/nowhere/days.ics"_s));
    }

    void scheduleThatMissedARunNeedsYou()
    {
        ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        const auto cell = [&model](int column) { return model.index(0, column); };
        Profiles::Profile one = Support::profile(u"Monthly"_s);
        m_desk.remember(one, QDateTime::currentDateTimeUtc().addDays(-10), reportOf(State::Verified));
        one.schedule = Profiles::Automatically{.timetable = Support::dailyNotNow()};
        QVERIFY(m_desk.store.save(one));
        QTRY_VERIFY(!cell(ProfilesModel::Schedule).data().toString().isEmpty());
        QCOMPARE(model.count(ProfilesModel::Kind::NeedsYou), 0);
        const QDateTime then = QDateTime::currentDateTimeUtc().addDays(-3);
        const QString fingerprint = ::Schedule::fingerprint(std::get<Profiles::Automatically>(one.schedule));
        QVERIFY(m_desk.data->openScheduleLog().value()->note(one.id,
                                                             {{then, History::Noted::HandedOver, then, fingerprint}}));
        model.refreshAll();
        QTRY_COMPARE(model.count(ProfilesModel::Kind::NeedsYou), 1);
        QVERIFY(cell(ProfilesModel::Schedule).data().toString().startsWith(u"Missed"_s));

        m_desk.remember(one, QDateTime::currentDateTimeUtc(), reportOf(State::Verified)); // a person has run it
        model.refreshAll();
        QTRY_COMPARE(model.count(ProfilesModel::Kind::Verified), 1);
    }

    void everyColumnHasATitle()
    {
        const ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        QSet<QString> titles;
        for (int column = 0; column < model.columnCount(); ++column)
            titles.insert(model.headerData(column, Qt::Horizontal).toString());
        QCOMPARE(titles.size(), model.columnCount());
        QVERIFY(!titles.contains(QString()));
    }

    void stateHasAToneAndAWord_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("green");
        for (const State state : {State::Verified, State::NothingToDo})
            QTest::newRow(qPrintable(Writeback::name(state))) << state << true;
        for (const State state : {State::Refused, State::Failed, State::PartlyWritten, State::Mismatch,
                                  State::OutcomeUnknown, State::Cancelled})
            QTest::newRow(qPrintable(Writeback::name(state))) << state << false;
    }
    void stateHasAToneAndAWord()
    {
        QFETCH(State, state);
        QFETCH(bool, green);
        const Profiles::Profile one = Support::profile(u"Monthly"_s);
        QVERIFY(m_desk.store.save(one));
        Writeback::RunReport report;
        report.state = state;
        m_desk.remember(one, QDateTime::currentDateTimeUtc(), report);
        const ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        QCOMPARE(stateOf(model), Words::endName(Writeback::name(state), {}));
        QCOMPARE(stateOf(model).tone == Words::Tone::Ok, green);
        const QModelIndex cell = model.index(0, ProfilesModel::State);
        QCOMPARE(cell.data(Qt::AccessibleDescriptionRole).toString(), Words::toneName(stateOf(model).tone));
        const bool isVerified = state == State::Verified || state == State::NothingToDo;
        QCOMPARE(model.index(0, ProfilesModel::LastVerified).data().toString().isEmpty(), !isVerified);
        const bool isChosen = state == State::Cancelled; // by a person
        QCOMPARE(model.count(isVerified ? Kind::Verified : isChosen ? Kind::NotRun : Kind::NeedsYou), 1);
    }

    void writebackIsNotVerifiedOnceAnotherOneWroteToItsRegion()
    {
        Profiles::Profile may = Support::profile(u"May"_s);
        Profiles::Profile june = Support::profile(u"June"_s);
        may.sheetId = june.sheetId = may.id; // no other test has written there
        QVERIFY(m_desk.store.save(may) && m_desk.store.save(june));
        Writeback::RunReport report;
        report.state = State::Verified;
        m_desk.remember(may, minutesAgo(1), report, true);
        ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        QCOMPARE(model.count(Kind::Verified), 1);
        m_desk.remember(june, minutesAgo(0), report, true);
        Q_EMIT m_desk.runs->changed(june.id); // in this order at the end of a run
        Q_EMIT m_desk.runs->ended(june.id, report);
        QCOMPARE(model.count(Kind::Verified), 1);
        const int row = model.index(0, 0).data().toString() == may.name ? 0 : 1;
        const auto cell = [&](int column) { return model.index(row, column); };
        QCOMPARE(cell(ProfilesModel::Name).data(ProfilesModel::kindRole).toInt(), int(Kind::NotRun));
        QVERIFY(cell(ProfilesModel::State).data(Qt::ToolTipRole).toString().contains(june.name));
        QVERIFY(!cell(ProfilesModel::LastVerified).data().toString().isEmpty()); // it was
    }

    void newWritebackHasNoTone()
    {
        QVERIFY(m_desk.store.save(Support::profile(u"Monthly"_s)));
        const ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        QVERIFY(!stateOf(model).text.isEmpty());
        QCOMPARE(stateOf(model).tone, Words::Tone::Note);
        QVERIFY(model.index(0, ProfilesModel::LastVerified).data().toString().isEmpty());
        QCOMPARE(model.count(Kind::NotRun), 1);
    }

    void runThatEndsChangesItsRowAlone()
    {
        const Profiles::Profile one = Support::profile(u"A"_s);
        QVERIFY(m_desk.store.save(one));
        QVERIFY(m_desk.store.save(Support::profile(u"B"_s)));
        ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        m_desk.runs->start(one.id); // its account is unknown: it ends at once
        QVERIFY(!changed.isEmpty());
        for (const QList<QVariant> &each : changed)
            QCOMPARE(each[0].toModelIndex().row(), 0);
        const QString failed = Words::stateName(Writeback::name(State::Failed));
        QTRY_VERIFY(model.index(0, ProfilesModel::State).data().toString().contains(failed));
    }

    void runIntoAnotherSheetSaysNothingOfThisOne()
    {
        Profiles::Profile one = Support::profile(u"Monthly"_s);
        one.sheetId = u"first"_s;
        QVERIFY(m_desk.store.save(one));
        m_desk.runs->start(one.id); // fails: there is no account
        ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        QTRY_COMPARE(stateOf(model).tone, Words::Tone::Error);
        one.sheetId = u"second"_s;
        QVERIFY(m_desk.store.save(one));
        QCOMPARE(stateOf(model).tone, Words::Tone::Note);
        one.sheetId = u"first"_s;
        QVERIFY(m_desk.store.save(one));
        QTRY_COMPARE(stateOf(model).tone, Words::Tone::Error); // its end may not be recorded yet
    }

    void interruptedRunIsShownAndCanBeChecked()
    {
        const Profiles::Profile one = Support::profile(u"Monthly"_s);
        QVERIFY(m_desk.store.save(one));
        m_desk.remember(one, minutesAgo(9), reportOf(State::Verified));
        m_desk.remember(one, minutesAgo(8), {}, true); // killed while it wrote
        const ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        const QModelIndex state = model.index(0, ProfilesModel::State);
        QCOMPARE(stateOf(model), Words::interruptedName(true));
        QVERIFY(state.data(Qt::ToolTipRole).toString().contains(Words::interruptedText(true).toHtmlEscaped()));
        QCOMPARE(pressOf(model), ProfilesModel::Press::Check);
        QVERIFY(!model.index(0, ProfilesModel::LastVerified).data().toString().isEmpty());
    }

    void runInterruptedBeforeWritingNeedsNoCheck()
    {
        const Profiles::Profile one = Support::profile(u"Monthly"_s);
        QVERIFY(m_desk.store.save(one));
        m_desk.remember(one, minutesAgo(8), {});
        const ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        QCOMPARE(stateOf(model), Words::interruptedName(false));
        QCOMPARE(pressOf(model), ProfilesModel::Press::Run);
    }

    void laterFailureHidesNeitherUnknownNorVerifiedStates()
    {
        const Profiles::Profile one = Support::profile(u"Monthly"_s);
        QVERIFY(m_desk.store.save(one));
        m_desk.remember(one, minutesAgo(9), reportOf(State::Verified));
        m_desk.remember(one, minutesAgo(8), reportOf(State::OutcomeUnknown), true);
        m_desk.remember(one, minutesAgo(7), reportOf(State::Failed));
        const ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        const QString shown = model.index(0, ProfilesModel::State).data().toString();
        QVERIFY(shown.contains(Words::stateName(Writeback::name(State::Failed))));
        QVERIFY(shown.size() > Words::endName(Writeback::name(State::Failed), {}).text.size());
        QCOMPARE(pressOf(model), ProfilesModel::Press::Check);
        QVERIFY(!model.index(0, ProfilesModel::LastVerified).data().toString().isEmpty());
    }

    void failureAfterAVerifiedRunShowsBoth()
    {
        const Profiles::Profile one = Support::profile(u"Monthly"_s);
        QVERIFY(m_desk.store.save(one));
        m_desk.remember(one, minutesAgo(9), reportOf(State::Verified));
        m_desk.remember(one, minutesAgo(8), reportOf(State::Failed));
        const ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        QCOMPARE(stateOf(model), Words::endName(Writeback::name(State::Failed), {}));
        QVERIFY(!model.index(0, ProfilesModel::LastVerified).data().toString().isEmpty());
        QCOMPARE(pressOf(model), ProfilesModel::Press::Run);
    }

    void verificationOfAnotherTargetDoesNotCount()
    {
        Profiles::Profile one = Support::profile(u"Monthly"_s);
        one.sheetId = u"first"_s;
        QVERIFY(m_desk.store.save(one));
        m_desk.remember(one, minutesAgo(9), reportOf(State::Verified));
        one.sheetId = u"second"_s;
        QVERIFY(m_desk.store.save(one));
        const ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        QVERIFY(model.index(0, ProfilesModel::LastVerified).data().toString().isEmpty());
    }

    void rowsThatShowTheSameSortTheSame()
    {
        for (const State state : {State::Failed, State::Verified}) {
            Profiles::Profile one = Support::profile(Writeback::name(state));
            one.sheetId = u"first"_s;
            m_desk.remember(one, minutesAgo(9), reportOf(state));
            one.sheetId = u"second"_s;
            QVERIFY(m_desk.store.save(one));
        }
        const ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        for (const int column : {ProfilesModel::State, ProfilesModel::LastVerified}) {
            QCOMPARE(model.index(0, column).data(), model.index(1, column).data());
            QCOMPARE(model.index(0, column).data(ProfilesModel::sortRole),
                     model.index(1, column).data(ProfilesModel::sortRole));
        }
    }

    void sortingStaysAsItIsDuringARun()
    {
        Profiles::Account account;
        account.id = u"lent"_s;
        account.baseUrlRegion = u"us"_s;
        m_desk.store.addForSession(account);
        Profiles::Profile one = Support::profile(u"Monthly"_s);
        one.accountId = account.id;
        QVERIFY(m_desk.store.save(one));
        m_desk.remember(one, minutesAgo(9), reportOf(State::Mismatch));
        const ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        const QModelIndex state = model.index(0, ProfilesModel::State);
        const QVariant before = state.data(ProfilesModel::sortRole);
        m_desk.runs->start(one.id); // the keychain has not answered yet
        QCOMPARE(stateOf(model).tone, Words::Tone::Waiting);
        QCOMPARE(state.data(ProfilesModel::sortRole), before);
        m_desk.runs->cancel(one.id);
    }

    void everyRowIsCountedOnce()
    {
        int profiles = 0;
        for (const State state : {State::Verified, State::Refused, State::Failed}) {
            Profiles::Profile one = Support::profile(Writeback::name(state));
            one.sheetId = one.id; // no other test has written there
            QVERIFY(m_desk.store.save(one));
            m_desk.remember(one, minutesAgo(++profiles), reportOf(state));
        }
        QVERIFY(m_desk.store.save(Support::profile(u"New"_s)));
        Profiles::Profile old = Support::profile(u"Old"_s);
        old.archived = true;
        old.group = u"10-K 2025"_s;
        QVERIFY(m_desk.store.save(old));
        const ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        QCOMPARE(model.count(Kind::Verified), 1);
        QCOMPARE(model.count(Kind::NeedsYou), 2);
        QCOMPARE(model.count(Kind::NotRun), 1);
        QCOMPARE(model.count(Kind::Archived), 1);
        QCOMPARE(model.count(Kind::Running), 0);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.groups(), QStringList()); // that of an archived one is not offered
    }

    void everyGroupHasAHeading()
    {
        for (const QString &group : {u"B"_s, QString(), u"A"_s, u"B"_s}) {
            Profiles::Profile one = Support::profile(u"Monthly"_s);
            one.group = group;
            QVERIFY(m_desk.store.save(one));
        }
        Profiles::Profile old = Support::profile(u"Old"_s);
        old.archived = true;
        old.group = u"C"_s;
        QVERIFY(m_desk.store.save(old));
        ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.groups(), QStringList({u"A"_s, u"B"_s}));
        QCOMPARE(model.rowCount(), 5 + 4);
        QHash<QString, int> places;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, ProfilesModel::Name);
            const bool isHeading = index.data(ProfilesModel::headingRole).toBool();
            QCOMPARE(isHeading, row >= 5);
            if (!isHeading)
                continue;
            QVERIFY(index.data(ProfilesModel::idRole).toString().isEmpty());
            QVERIFY(!index.data().toString().isEmpty());
            QVERIFY(!(index.flags() & Qt::ItemIsDragEnabled));
            places.insert(index.data(ProfilesModel::groupRole).toString(),
                          index.data(ProfilesModel::placeRole).toInt());
        }
        QCOMPARE(places, (QHash<QString, int>{{u"A"_s, 0}, {u"B"_s, 2}, {u"C"_s, 4}, {QString(), 6}}));
        for (int row = 0; row < 5; ++row) {
            const QModelIndex index = model.index(row, ProfilesModel::Name);
            QCOMPARE(index.data(ProfilesModel::placeRole).toInt(),
                     places[index.data(ProfilesModel::groupRole).toString()] + 1);
        }
        QCOMPARE(model.count(Kind::NotRun), 4); // headings are not counted
    }

    void progressOfARunChangesItsRowAlone()
    {
        Profiles::Account account;
        account.id = u"lent"_s;
        account.baseUrlRegion = u"us"_s;
        m_desk.store.addForSession(account);
        Profiles::Profile one = Support::profile(u"A"_s);
        one.accountId = account.id;
        one.group = u"10-K 2026"_s;
        QVERIFY(m_desk.store.save(one));
        QVERIFY(m_desk.store.save(Support::profile(u"B"_s)));
        const ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        m_desk.runs->start(one.id); // the keychain has not answered yet
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        Q_EMIT m_desk.runs->changed(one.id);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 0);
        QCOMPARE(changed[0][1].toModelIndex().row(), 0);
        m_desk.runs->cancel(one.id); // its heading counts it elsewhere
        QCOMPARE(changed.last()[1].toModelIndex().row(), model.rowCount() - 1);
    }

    void refusalNamesItsReason()
    {
        const Profiles::Profile one = Support::profile(u"Monthly"_s);
        QVERIFY(m_desk.store.save(one));
        const Writeback::Finding locked{.kind = Writeback::Finding::Kind::SheetLocked, .refuses = true};
        Writeback::RunReport report = reportOf(State::Refused);
        report.error = Core::Error{.kind = Core::ErrorKind::Locked, .cause = locked};
        m_desk.remember(one, minutesAgo(1), report);
        const ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        QCOMPARE(stateOf(model), Words::endName(Writeback::name(State::Refused), report.error));
    }

    void runOfAnotherProgramIsNotInterrupted()
    {
        Profiles::Account account;
        account.id = u"lent"_s;
        account.baseUrlRegion = u"us"_s;
        m_desk.store.addForSession(account);
        Profiles::Profile one = Support::profile(u"Monthly"_s);
        one.accountId = account.id;
        QVERIFY(m_desk.store.save(one));
        Writeback::SheetLock lock;
        QVERIFY(lock.take(m_desk.data->books().lockFolder, Runs::entryOf(one, &account).sheet));
        m_desk.remember(one, minutesAgo(1), {}, true);
        const ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        QVERIFY(stateOf(model) != Words::interruptedName(true));
        QCOMPARE(pressOf(model), ProfilesModel::Press::Run);
    }

    void runOfAnotherInstanceIsSeenAfterARefresh()
    {
        const Profiles::Profile one = Support::profile(u"Monthly"_s);
        QVERIFY(m_desk.store.save(one));
        ProfilesModel model(m_desk.store, m_desk.history(), *m_desk.runs);
        Writeback::RunReport report;
        report.state = State::Mismatch;
        m_desk.remember(one, QDateTime::currentDateTimeUtc(), report);
        const QModelIndex state = model.index(0, ProfilesModel::State);
        const QString before = state.data().toString();
        model.refreshAll();
        QVERIFY(state.data().toString() != before);
        QCOMPARE(stateOf(model).tone, Words::Tone::Error);
    }

private:
    Support::Desk m_desk;
};

QTEST_MAIN(TestProfilesModel)
#include "tst_profilesmodel.moc"
