#include "ui/home/progresssign.h"

#include "runs/profileruns.h"
#include "words/nowline.h"
#include "words/shown.h"

#include <QCoreApplication>
#include <QLocale>
#include <QWidget>

#include <algorithm>
#include <cmath>

#if defined(Q_OS_WIN)
#include <qt_windows.h>
#include <shobjidl.h>
#elif defined(WRITEBACK_DBUS)
#include <QDBusConnection>
#include <QDBusMessage>
#endif

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProgressSign)
};

#if defined(Q_OS_WIN)
// Qt has initialized COM on the thread of the windows.
void tellTaskBar(const Sign &sign, const QWidget *window)
{
    ITaskbarList3 *taskBar = nullptr;
    if (FAILED(CoCreateInstance(CLSID_TaskbarList, nullptr, CLSCTX_INPROC_SERVER, IID_PPV_ARGS(&taskBar))))
        return;
    auto *handle = reinterpret_cast<HWND>(window->winId());
    const auto state = sign.open == 0 ? TBPF_NOPROGRESS
        : sign.isAsking               ? TBPF_PAUSED
        : sign.done                   ? TBPF_NORMAL
                                      : TBPF_INDETERMINATE;
    if (SUCCEEDED(taskBar->HrInit())) {
        taskBar->SetProgressState(handle, state);
        if (sign.done)
            taskBar->SetProgressValue(handle, ULONGLONG(*sign.done * 100), 100);
    }
    taskBar->Release();
}
#elif defined(WRITEBACK_DBUS)
void tellTaskBar(const Sign &sign, const QWidget * /*window*/)
{
    const QVariantMap properties{{u"count"_s, qint64(sign.open)},
                                 {u"count-visible"_s, sign.open > 1},
                                 {u"progress"_s, sign.done.value_or(0)},
                                 {u"progress-visible"_s, sign.done.has_value()},
                                 {u"urgent"_s, sign.isAsking}};
    QDBusMessage message = QDBusMessage::createSignal(u"/com/canonical/unity/launcherentry/1"_s,
                                                      u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    message.setArguments({u"application://workiva-writeback.desktop"_s, properties});
    QDBusConnection::sessionBus().send(message);
}
#else
void tellTaskBar(const Sign & /*sign*/, const QWidget * /*window*/) { }
#endif

} // namespace

Sign signOf(const QList<Runs::RunProgress> &open)
{
    Sign sign{.open = int(open.size())};
    sign.isAsking = std::ranges::any_of(open, [](const auto &run) { return run.question.has_value(); });
    if (open.isEmpty())
        return sign;
    if (open.size() > 1) {
        const auto queued = std::ranges::count_if(open, &Runs::RunProgress::queued);
        const QString running = QLocale().toString(open.size() - queued);
        sign.title = queued > 0 ? Text::tr("%1 running, %2 queued").arg(running, QLocale().toString(queued))
                                : Text::tr("%1 running").arg(running);
        return sign;
    }
    const Runs::RunProgress &run = open.first();
    sign.title = Text::tr("%1 · %2", "progress of a run, name")
                     .arg(Words::nowLine(run).text, Words::shown(run.facts.entry.profileName));
    if (const auto done = Words::doneOf(run))
        sign.done = std::floor(*done * 100) / 100; // as in the title
    return sign;
}

ProgressSign::ProgressSign(Runs::ProfileRuns &runs, QWidget *window)
    : QObject(window), m_runs(runs), m_window(window), m_title(window->windowTitle())
{
    connect(&runs, &Runs::ProfileRuns::changed, this, &ProgressSign::follow);
}

void ProgressSign::follow(const QString &profileId)
{
    if (!m_runs.isRunning(profileId))
        m_open.removeAll(profileId);
    else if (!m_open.contains(profileId))
        m_open.append(profileId);
    QList<Runs::RunProgress> open;
    for (const QString &id : std::as_const(m_open))
        open.append(m_runs.progress(id));
    show(signOf(open));
}

void ProgressSign::show(const Sign &sign)
{
    if (sign == m_shown)
        return;
    m_shown = sign;
    m_window->setWindowTitle(sign.title.isEmpty() ? m_title
                                                  : Text::tr("%1 – %2", "what runs, program").arg(sign.title, m_title));
    tellTaskBar(sign, m_window);
}

} // namespace Ui
