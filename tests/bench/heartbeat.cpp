// How long the window blocks: the real window on real stores, with a heartbeat every millisecond on its thread.
//
//   heartbeat run|preview DOMO_URL WORKIVA_URL DATASET SPREADSHEET SHEET REGION
//   heartbeat review ROWS COLUMNS
//   heartbeat idle
//
// run: a saved writeback, from the start of its run until its objects are destroyed. preview: the same one in the
// wizard, from the page before its Preview until the wizard is closed. review: the panel of a review by key, of so many
// cells of which 1 % change and a row is inserted at the top; it is opened, filtered, sorted, folded, and shown by
// cell; "opens" is the time until its rows are displayed, in ms. idle: an empty window, until the end of standard
// input; its pauses beside one of the others are caused by the machine. So are those in which this thread slept and no
// event was delivered: they do not count, but for the idle window. DOMO_CLIENT_ID, DOMO_CLIENT_SECRET,
// WORKIVA_CLIENT_ID and WORKIVA_CLIENT_SECRET come from the environment. Prints the longest pauses and the peak memory
// in MiB as JSON.

#include "core/clock.h"
#include "runs/profileruns.h"
#include "support/sessionsecretstore.h"
#include "ui/home/homewindow.h"
#include "ui/look/chipbutton.h"
#include "ui/review/reviewpanel.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QSettings>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto settling = 1000ms; // for a window just shown, or one whose run has just ended
constexpr size_t maxPauses = 5;

double inMs(Clock::duration time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

[[noreturn]] void giveUp(const QString &why)
{
    std::fprintf(stderr, "heartbeat: %s\n", qPrintable(why));
    std::_Exit(1);
}

// Processor time of this thread: during a pause in which it neither computed nor waited for a processor, it waited for
// something else.
struct Account
{
    Clock::duration computed{};
    Clock::duration queued{};

    static Account now()
    {
        timespec computed{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &computed); // the kernel's file is less up to date for this
        QFile file(u"/proc/thread-self/schedstat"_s);
        const QByteArrayList fields = file.open(QIODevice::ReadOnly) ? file.readAll().split(' ') : QByteArrayList();
        return {std::chrono::seconds(computed.tv_sec) + std::chrono::nanoseconds(computed.tv_nsec),
                std::chrono::nanoseconds(fields.value(1).toLongLong())};
    }
};

struct Pause
{
    Clock::duration at{}; // since the first beat
    Clock::duration length{};
    Account spent;
    Clock::duration maxEvent{};
    QString event; // the event that took so long

    // The beat itself was late.
    [[nodiscard]] bool isAsleep() const { return event.isEmpty() && spent.computed + spent.queued < 1ms; }

    [[nodiscard]] QJsonObject toJson() const
    {
        return {{u"at"_s, inMs(at)},
                {u"ms"_s, inMs(length)},
                {u"computed"_s, inMs(spent.computed)},
                {u"queued"_s, inMs(spent.queued)},
                {u"longestEvent"_s, inMs(maxEvent)},
                {u"event"_s, event}};
    }
};

// Beats, and records the longest pauses between beats.
class Heart
{
public:
    Heart()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1ms);
        m_timer.callOnTimeout([this] { beat(); });
    }

    void countSleep() { m_countsSleep = true; }

    void start()
    {
        m_pause = {};
        m_began = m_last = Clock::now();
        m_lastAccount = Account::now();
        m_timer.start();
    }

    void eventTook(Clock::duration time, const QString &name)
    {
        if (time <= m_pause.maxEvent)
            return;
        m_pause.maxEvent = time;
        m_pause.event = name;
    }

    [[nodiscard]] QJsonObject stop()
    {
        m_timer.stop();
        QJsonArray pauses;
        for (const Pause &pause : m_longest)
            pauses.append(pause.toJson());
        return {{u"seconds"_s, inMs(m_last - m_began) / 1000}, {u"pauses"_s, pauses}};
    }

private:
    void beat()
    {
        const Clock::time_point now = Clock::now();
        const Account account = Account::now();
        m_pause.at = m_last - m_began;
        m_pause.length = now - m_last;
        m_pause.spent = {account.computed - m_lastAccount.computed, account.queued - m_lastAccount.queued};
        if (m_countsSleep || !m_pause.isAsleep())
            m_longest.push_back(m_pause);
        m_pause = {};
        std::ranges::sort(m_longest, std::greater(), &Pause::length);
        m_longest.resize(std::min(m_longest.size(), maxPauses));
        m_last = now;
        m_lastAccount = account;
    }

    QTimer m_timer;
    Clock::time_point m_began;
    Clock::time_point m_last;
    Account m_lastAccount;
    Pause m_pause; // the current one
    bool m_countsSleep = false;
    std::vector<Pause> m_longest; // the longest first
};

// Reports the duration of each event to the heart. The event dispatcher's signals are no substitute: GLib's reports
// that it is awake after it has delivered the events.
class Application final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_isInside || QThread::currentThread() != thread()) // a run's thread also gets here
            return QApplication::notify(receiver, event);
        const QEvent::Type type = event->type();
        const char *className = receiver->metaObject()->className(); // the receiver may be destroyed by the event
        m_isInside = true;
        const Clock::time_point began = Clock::now();
        const bool answer = QApplication::notify(receiver, event);
        const Clock::duration took = Clock::now() - began;
        m_isInside = false;
        if (took > 1ms) {
            const char *typeName = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
            m_heart.eventTook(took, QLatin1String(typeName) + u" of "_s + QLatin1String(className));
        }
        return answer;
    }

    [[nodiscard]] Heart &heart() { return m_heart; }

private:
    Heart m_heart;
    bool m_isInside = false;
};

double peakMib()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

void stopAndPrint(Heart &heart, const QJsonObject &more = {})
{
    QJsonObject found = heart.stop();
    found[u"peakMib"_s] = peakMib();
    for (auto one = more.begin(); one != more.end(); ++one)
        found[one.key()] = one.value();
    std::puts(QJsonDocument(found).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    QCoreApplication::quit();
}

// Everything that the window borrows, with one saved writeback.
class Desk
{
public:
    explicit Desk(const QStringList &arguments) : store(folder.path())
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
        data = std::make_unique<Runs::DataFolder>(folder.path(), History::Program{u"heartbeat"_s, {}});

        const Profiles::Account account{.id = Profiles::newId(),
                                        .name = u"Finance"_s,
                                        .domoClientId = qEnvironmentVariable("DOMO_CLIENT_ID"),
                                        .workivaClientId = qEnvironmentVariable("WORKIVA_CLIENT_ID"),
                                        .baseUrlRegion = u"custom"_s,
                                        .domoUrl = QUrl(arguments[0]),
                                        .workivaUrl = QUrl(arguments[1]),
                                        .unknown = {}};
        using Profiles::Secret;
        const auto done = [](const Core::Result<void> &) {};
        secrets.write(account.id, Secret::Domo, qEnvironmentVariable("DOMO_CLIENT_SECRET"), &secrets, done);
        secrets.write(account.id, Secret::Workiva, qEnvironmentVariable("WORKIVA_CLIENT_SECRET"), &secrets, done);

        profile.id = Profiles::newId();
        profile.name = u"Trial balance"_s;
        profile.accountId = account.id;
        profile.dataSetId = arguments[2];
        profile.spreadsheetId = arguments[3];
        profile.sheetId = arguments[4];
        profile.region = Sheet::Region::parse(arguments[5]).value_or(Sheet::Region());
        if (!store.save(account) || !store.save(profile))
            giveUp(u"the writeback is not saved"_s);
    }

    QTemporaryDir folder;
    Profiles::ProfileStore store;
    Support::SessionSecretStore secrets;
    std::unique_ptr<Runs::DataFolder> data;
    Core::SystemClock clock;
    Profiles::Profile profile;
};

void beatDuringRun(Heart &heart, Ui::HomeWindow &window, Runs::ProfileRuns &runs, const QString &profileId)
{
    QTimer::singleShot(settling, &window, [&heart, &runs, profileId] {
        heart.start();
        runs.start(profileId);
    });
    QObject::connect(&runs, &Runs::ProfileRuns::ended, &window,
                     [&heart, &window](const QString &, const Writeback::RunReport &report) {
                         if (report.state != Writeback::State::Verified)
                             giveUp(u"the run ended as "_s + Writeback::name(report.state));
                         QTimer::singleShot(settling, &window, [&heart] { stopAndPrint(heart); });
                     });
}

// Clicks Next as soon as each page is complete, and closes the wizard on Preview.
void beatDuringPreview(Heart &heart, Ui::HomeWindow &window, const Profiles::Profile &profile)
{
    enum Page { Credentials, Details, Preview };
    window.openWizard(profile);
    auto *wizard = window.findChild<Ui::WritebackWizard *>();
    const auto goOn = [&heart, wizard] {
        const QWizardPage *page = wizard->currentPage();
        if (!page || !page->isComplete())
            return;
        if (wizard->currentId() == Preview) {
            QTimer::singleShot(settling, wizard, &QWidget::close);
            return;
        }
        if (wizard->currentId() == Details)
            heart.start();
        wizard->next();
    };
    for (const int id : wizard->pageIds())
        QObject::connect(wizard->page(id), &QWizardPage::completeChanged, wizard, goOn, Qt::QueuedConnection);
    QObject::connect(wizard, &QWizard::currentIdChanged, wizard, goOn, Qt::QueuedConnection);
    QObject::connect(wizard, &QObject::destroyed, &window,
                     [&heart, &window] { QTimer::singleShot(settling, &window, [&heart] { stopAndPrint(heart); }); });
}

// Two grids like a trial balance.
Writeback::RunReport reviewOf(int rows, int columns)
{
    auto comparison = std::make_shared<Writeback::Comparison>();
    comparison->region = Sheet::Region({0, 0}, {}, {});
    for (int column = 0; column < columns; ++column) {
        comparison->columns.append(u"Column %1"_s.arg(column));
        comparison->types.append(column < 2 ? Sheet::ColumnType::String : Sheet::ColumnType::Decimal);
    }
    const auto append = [columns](Sheet::Grid &grid, int row, bool isChanged) {
        std::vector<std::string> texts{"E" + std::to_string(row % 37), "Account " + std::to_string(row)};
        std::vector<Sheet::Cell> cells;
        for (int column = 2; column < columns; ++column) {
            const bool differs = isChanged && (row * columns + column) % 100 == 0;
            texts.push_back(std::to_string(row * 7919LL % 1'000'003 + differs) + ".25");
        }
        for (const std::string &text : texts)
            cells.push_back(cells.size() < 2 ? Sheet::Cell::ofText(text) : Sheet::Cell::ofNumber(text));
        grid.appendRow(cells);
    };
    append(comparison->desired, rows, false);
    for (int row = 0; row + 1 < rows; ++row) {
        append(comparison->existing, row, false);
        append(comparison->desired, row, true);
    }
    const Sheet::Key key{1};
    Sheet::KeyDiff byKey = Sheet::keyDiff(comparison->existing, comparison->desired, key, 0).value();
    Writeback::RunReport report;
    report.state = Writeback::State::Planned;
    report.review.sourceRows = rows;
    report.review.sourceColumns = columns;
    report.cellsCompared = qint64(rows) * columns;
    report.review.byKey = Writeback::KeyCounts{.key = {u"Column 1"_s}, .isSuggested = true, .added = byKey.added};
    comparison->byKey = Writeback::MatchedRows{key, std::move(byKey.rows)};
    report.comparison = {comparison.get(), [held = comparison](const Writeback::Comparison *) mutable {
                             QThreadPool::globalInstance()->start([grids = std::move(held)] {});
                         }};
    return report;
}

// What a person does with a review, one thing after the other, each once the one before is displayed.
void beatDuringReview(Heart &heart, Ui::ReviewPanel &panel, int rows, int columns)
{
    panel.resize(1200, 700);
    panel.show();
    auto report = std::make_shared<Writeback::RunReport>(reviewOf(rows, columns));
    const auto began = std::make_shared<Clock::time_point>();
    const auto opens = std::make_shared<double>(0);
    const auto step = std::make_shared<int>(0);
    const auto chip = [&panel] {
        for (auto *one : panel.findChildren<Ui::ChipButton *>()) {
            if (one->isVisible())
                return one;
        }
        giveUp(u"nothing changes"_s);
    };
    const auto goOn = [&heart, &panel, opens, step, chip] {
        switch ((*step)++) {
        case 0:
            panel.findChild<QCheckBox *>()->click(); // fold
            panel.goToChange(true);
            return chip()->click();
        case 1: return panel.findChild<QComboBox *>()->setCurrentIndex(1); // sort
        case 2: return chip()->click();
        case 3: return panel.setLens(Review::Lens::ByCell);
        case 4: return panel.setLens(Review::Lens::ByKey);
        default:
            panel.clear();
            QTimer::singleShot(settling, &panel, [&heart, opens] { stopAndPrint(heart, {{u"opens"_s, *opens}}); });
        }
    };
    QObject::connect(&panel, &Ui::ReviewPanel::listed, &panel, [&panel, began, opens, goOn] {
        if (*opens == 0)
            *opens = inMs(Clock::now() - *began);
        QTimer::singleShot(settling / 4, &panel, goOn);
    });
    QTimer::singleShot(settling, &panel, [&heart, &panel, report, began]() mutable {
        heart.start();
        *began = Clock::now();
        panel.show(*report);
        *report = {};
    });
}

int beatIdly(Heart &heart)
{
    heart.countSleep();
    QMainWindow window;
    window.show();
    QTimer::singleShot(settling, &window, [&heart] { heart.start(); });
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &window, [&] {
        input.setEnabled(false);
        stopAndPrint(heart);
    });
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    Application application(argc, argv);
    QApplication::setOrganizationName(u"heartbeat"_s);

    const QStringList arguments = QApplication::arguments().sliced(1);
    const QString what = arguments.value(0);
    if (what == "idle"_L1)
        return beatIdly(application.heart());
    if (what == "review"_L1 && arguments.size() == 3) {
        Ui::ReviewPanel panel;
        beatDuringReview(application.heart(), panel, arguments[1].toInt(), arguments[2].toInt());
        return QApplication::exec();
    }
    if ((what != "run"_L1 && what != "preview"_L1) || arguments.size() != 7)
        giveUp(u"run|preview DOMO_URL WORKIVA_URL DATASET SPREADSHEET SHEET REGION, review ROWS COLUMNS, or idle"_s);

    Desk desk(arguments.sliced(1));
    Runs::ProfileRuns runs(desk.store, desk.secrets, *desk.data, desk.clock);
    Ui::HomeWindow window(desk.store, desk.secrets, *desk.data, runs);
    window.show();
    if (what == "run"_L1)
        beatDuringRun(application.heart(), window, runs, desk.profile.id);
    else
        beatDuringPreview(application.heart(), window, desk.profile);
    return QApplication::exec();
}
