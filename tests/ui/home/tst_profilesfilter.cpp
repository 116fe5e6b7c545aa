#include "support/profiles.h"
#include "ui/controls.h"
#include "ui/home/profilesfilter.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Ui::ProfilesFilter;
using Ui::ProfilesModel;
using Kind = ProfilesModel::Kind;
using Press = ProfilesModel::Press;
using Writeback::State;

namespace {

struct Saved
{
    QString name;
    QString group;
    std::optional<State> end{}; // of its last run
    bool archived = false;
};

// The texts of the first column; a heading is marked.
QStringList rows(const ProfilesFilter &filter)
{
    QStringList texts;
    for (int row = 0; row < filter.rowCount(); ++row) {
        const QModelIndex index = filter.index(row, 0);
        const QString text = index.data().toString();
        texts.append(index.data(ProfilesModel::headingRole).toBool() ? u'#' + text : text);
    }
    return texts;
}

QModelIndex headingOf(const ProfilesFilter &filter, const QString &group)
{
    for (const QModelIndex &heading : filter.headings()) {
        if (heading.data(ProfilesModel::groupRole).toString() == group)
            return heading;
    }
    return {};
}

Press pressOf(const QModelIndex &index)
{
    return Press(index.siblingAtColumn(ProfilesModel::Action).data(ProfilesModel::pressRole).toInt());
}

} // namespace

class TestProfilesFilter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        for (const Profiles::Profile &one : QList(m_desk.store.profiles()))
            QVERIFY(m_desk.store.removeProfile(one.id));
        for (const Profiles::LaterRecord &one : QList(m_desk.store.laterProfiles()))
            QVERIFY(m_desk.store.removeProfile(one.id));
    }

    void withoutGroupsThereAreNoHeadings()
    {
        QVERIFY(save({{u"B"_s, {}}, {u"A"_s, {}}, {.name = u"Old"_s, .group = u"10-K"_s, .archived = true}}));
        const Shown shown(m_desk);
        QCOMPARE(rows(shown.filter), QStringList({u"A"_s, u"B"_s}));
        QCOMPARE(shown.filter.headings().size(), 0);
    }

    void headingsStayInOrder_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<QStringList>("expected");
        const QStringList ascending{u"#10-K"_s, u"A"_s, u"C"_s, u"#10-Q"_s, u"B"_s, u"E"_s, u"#No group"_s, u"D"_s};
        const QStringList descending{u"#10-K"_s, u"C"_s, u"A"_s, u"#10-Q"_s, u"E"_s, u"B"_s, u"#No group"_s, u"D"_s};
        QTest::newRow("name") << int(ProfilesModel::Name) << Qt::AscendingOrder << ascending;
        QTest::newRow("name, descending") << int(ProfilesModel::Name) << Qt::DescendingOrder << descending;
        // A and B are verified, C and E failed.
        QTest::newRow("state") << int(ProfilesModel::State) << Qt::AscendingOrder << ascending;
        QTest::newRow("state, descending") << int(ProfilesModel::State) << Qt::DescendingOrder << descending;
    }
    void headingsStayInOrder()
    {
        QFETCH(const int, column);
        QFETCH(const Qt::SortOrder, order);
        QVERIFY(save({{u"E"_s, u"10-Q"_s, State::Failed},
                      {u"D"_s, {}},
                      {u"C"_s, u"10-K"_s, State::Failed},
                      {u"B"_s, u"10-Q"_s, State::Verified},
                      {u"A"_s, u"10-K"_s, State::Verified}}));
        Shown shown(m_desk);
        const QAbstractItemModelTester tester(&shown.filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        shown.filter.sort(column, order);
        QTEST(rows(shown.filter), "expected");
    }

    void headingSaysWhatIsShownBelowIt()
    {
        QVERIFY(save({{u"A"_s, u"10-K"_s, State::Verified},
                      {u"Zeta"_s, u"10-K"_s, State::Verified},
                      {u"C"_s, u"10-K"_s, State::Failed},
                      {u"D"_s, u"10-Q"_s}}));
        Shown shown(m_desk);
        const auto kinds = [&shown] { return shown.filter.kindsBelow(headingOf(shown.filter, u"10-K"_s)); };
        QCOMPARE(kinds(), (QMap<Kind, int>{{Kind::Verified, 2}, {Kind::NeedsYou, 1}}));
        const QModelIndex heading = headingOf(shown.filter, u"10-K"_s);
        const QString summary = heading.siblingAtColumn(ProfilesModel::State).data().toString();
        for (const QChar count : {u'3', u'2', u'1'})
            QVERIFY(summary.contains(count));
        const QString read = heading.data(Qt::AccessibleTextRole).toString();
        for (const QString &part : summary.split(u" · "_s) + QStringList(u"10-K"_s))
            QVERIFY(read.contains(part));
        shown.filter.setText(u"Zeta"_s);
        QCOMPARE(kinds(), (QMap<Kind, int>{{Kind::Verified, 1}}));
        QVERIFY(headingOf(shown.filter, u"10-K"_s).siblingAtColumn(ProfilesModel::State).data().toString() != summary);
    }

    void headingIsShownAsLongAsARowIs()
    {
        QVERIFY(save({{u"A"_s, u"10-K"_s, State::Verified}, {u"Zeta"_s, u"10-Q"_s}, {u"C"_s, {}}}));
        Shown shown(m_desk);
        shown.filter.setText(u"zeta"_s);
        QCOMPARE(rows(shown.filter), QStringList({u"#10-Q"_s, u"Zeta"_s}));
        shown.filter.setText({});
        shown.filter.setKind(Kind::Verified);
        QCOMPARE(rows(shown.filter), QStringList({u"#10-K"_s, u"A"_s}));
        shown.filter.setKind({});
        shown.filter.setGroup(u"10-Q"_s);
        QCOMPARE(rows(shown.filter), QStringList({u"#10-Q"_s, u"Zeta"_s}));
        shown.filter.setText(u"nothing has this name"_s);
        QCOMPARE(shown.filter.rowCount(), 0);
    }

    void groupStartsWhatIsShownAndCanBeRun()
    {
        QVERIFY(save({{u"Zeta"_s, u"10-K"_s},
                      {u"A"_s, u"10-K"_s, State::Verified},
                      {.name = u"Old"_s, .group = u"10-K"_s, .archived = true},
                      {u"Later"_s, {}}}));
        m_desk.makeOfALaterVersion(m_profiles[u"Later"_s]);
        Shown shown(m_desk);
        const auto started = [&shown](const QString &group) {
            return shown.filter.startableBelow(headingOf(shown.filter, group));
        };
        QCOMPARE(started(u"10-K"_s), QStringList({m_profiles[u"A"_s].id, m_profiles[u"Zeta"_s].id}));
        QCOMPARE(pressOf(headingOf(shown.filter, u"10-K"_s)), Press::RunAll);
        QVERIFY(headingOf(shown.filter, {}).isValid());
        QCOMPARE(started({}), QStringList());
        QCOMPARE(pressOf(headingOf(shown.filter, {})), Press::None);
        shown.filter.setText(u"zeta"_s);
        QCOMPARE(started(u"10-K"_s), QStringList(m_profiles[u"Zeta"_s].id));
        shown.filter.setText({});
        shown.filter.setKind(Kind::Archived);
        QCOMPARE(rows(shown.filter), QStringList({u"#10-K"_s, u"Old"_s}));
        QCOMPARE(started(u"10-K"_s), QStringList());
        QCOMPARE(pressOf(headingOf(shown.filter, u"10-K"_s)), Press::None);
    }

    void headingComesAndGoesWithAKind()
    {
        Profiles::Account account;
        account.id = u"lent"_s;
        account.baseUrlRegion = u"us"_s;
        m_desk.store.addForSession(account);
        QVERIFY(save({{u"A"_s, u"10-K"_s}, {u"B"_s, u"10-Q"_s}}, account.id));
        Shown shown(m_desk);
        shown.filter.setKind(Kind::Running);
        QCOMPARE(shown.filter.rowCount(), 0);
        m_desk.runs->start(m_profiles[u"B"_s].id); // the keychain has not answered yet
        QCOMPARE(rows(shown.filter), QStringList({u"#10-Q"_s, u"B"_s}));
        QCOMPARE(pressOf(headingOf(shown.filter, u"10-Q"_s)), Press::None); // it runs
        m_desk.runs->cancel(m_profiles[u"B"_s].id);
        QCOMPARE(shown.filter.rowCount(), 0);
    }

    void keptRowKeepsItsHeading()
    {
        QVERIFY(save({{u"A"_s, u"10-K"_s}, {u"B"_s, u"10-K"_s}}));
        Shown shown(m_desk);
        shown.filter.setKind(Kind::NotRun);
        shown.filter.setKept({m_profiles[u"A"_s].id});
        m_desk.runs->start(m_profiles[u"A"_s].id); // its account is unknown: it ends at once
        m_desk.runs->start(m_profiles[u"B"_s].id);
        QCOMPARE(rows(shown.filter), QStringList({u"#10-K"_s, u"A"_s}));
    }

private:
    // As the page shows them.
    struct Shown
    {
        explicit Shown(Support::Desk &desk) : model(desk.store, desk.history(), *desk.runs)
        {
            filter.setSourceModel(&model);
            filter.sort(ProfilesModel::Name, Qt::AscendingOrder);
        }
        ProfilesModel model;
        ProfilesFilter filter;
    };

    Support::Desk m_desk;
    QHash<QString, Profiles::Profile> m_profiles; // by name

    [[nodiscard]] bool save(const QList<Saved> &all, const QString &accountId = {})
    {
        for (const Saved &one : all) {
            Profiles::Profile profile = Support::profile(one.name);
            profile.accountId = accountId;
            profile.group = one.group;
            profile.archived = one.archived;
            if (!m_desk.store.save(profile))
                return false;
            m_profiles.insert(one.name, profile);
            if (!one.end)
                continue;
            Writeback::RunReport report;
            report.state = *one.end;
            m_desk.remember(profile, QDateTime::currentDateTimeUtc(), report);
        }
        return true;
    }
};

QTEST_MAIN(TestProfilesFilter)
#include "tst_profilesfilter.moc"
