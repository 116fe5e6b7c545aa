#include "writeback/runcontroller.h"

#include "core/clock.h"
#include "domo/service.h"
#include "net/network.h"
#include "net/service.h"
#include "workiva/service.h"
#include "writeback/run.h"

#include <QNetworkAccessManager>
#include <QThread>

using namespace Qt::StringLiterals;

namespace Writeback {

namespace {

// Everything that lives on the run's thread, created and destroyed there.
class Workplace final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workplace)

public:
    Workplace(const RunRequest &request, const Bookkeeping &books)
        : m_network(Net::makeNetwork(request.proxy))
        , m_domo(domoOf(request))
        , m_workiva(Workiva::makeService(*m_network, m_clock, request.workiva, request.retry))
        , m_run(request, books, m_domo.get(), *m_workiva, m_clock)
    {
    }

    [[nodiscard]] Run &run() { return m_run; }

private:
    [[nodiscard]] std::unique_ptr<Net::Service> domoOf(const RunRequest &request)
    {
        const DataSetSource *source = request.dataSet();
        if (!source)
            return {};
        return Domo::makeService(*m_network, m_clock, source->domo, request.retry);
    }

    Core::SystemClock m_clock;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<Net::Service> m_domo; // null if the run has no DataSet
    std::unique_ptr<Net::Service> m_workiva;
    Run m_run;
};

} // namespace

class RunController::Private
{
public:
    explicit Private(Bookkeeping where) : books(std::move(where)) { }

    const Bookkeeping books;
    QThread thread;
    Workplace *workplace = nullptr; // during a run; lives on `thread`, used only there
    bool running = false;

    // Runs on the run's thread, in order, and never after the workplace was destroyed.
    template <typename Function> void there(Function function)
    {
        QMetaObject::invokeMethod(&anchor, [this, function] {
            if (workplace)
                function(workplace->run());
        });
    }

    void close() // on `thread`
    {
        delete workplace;
        workplace = nullptr;
    }

    QObject anchor; // an object of the run's thread that always exists, to invoke functions on
};

RunController::RunController(Bookkeeping books, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(books)))
{
    d->anchor.moveToThread(&d->thread);
    d->thread.setObjectName(u"writeback run"_s);
    d->thread.start();
}

RunController::~RunController()
{
    // The thread quits from inside: with quit() from here, it might end before this is done.
    QMetaObject::invokeMethod(&d->anchor, [this] {
        d->close();
        d->anchor.moveToThread(nullptr);
        d->thread.quit();
    });
    d->thread.wait();
}

void RunController::start(const RunRequest &request)
{
    Q_ASSERT(!d->running);
    d->running = true;
    if (!d->thread.isRunning()) { // the system cannot create another thread
        RunReport report;
        report.error = Core::Error{.kind = Core::ErrorKind::Internal, .detail = u"no thread to be had"_s};
        QMetaObject::invokeMethod(
            this, [this, report] { end(report); }, Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(&d->anchor, [this, request] {
        d->workplace = new Workplace(request, d->books);
        Run &run = d->workplace->run();
        connect(&run, &Run::stepStarted, this, &RunController::stepStarted);
        connect(&run, &Run::stepProgress, this, &RunController::stepProgress);
        connect(&run, &Run::stepFinished, this, &RunController::stepFinished);
        connect(&run, &Run::compared, this, &RunController::compared);
        connect(&run, &Run::answerNeeded, this, &RunController::answerNeeded);
        connect(&run, &Run::reviewReady, this, &RunController::reviewReady);
        connect(&run, &Run::waiting, this, &RunController::waiting);
        connect(
            &run, &Run::finished, &d->anchor,
            [this](const RunReport &report) {
                d->close();
                QMetaObject::invokeMethod(this, [this, report] { end(report); });
            },
            Qt::QueuedConnection); // not from inside the run, which goes
        run.start();
    });
}

void RunController::end(const RunReport &report)
{
    d->running = false;
    Q_EMIT finished(report);
}

void RunController::answer(const Decision &answer)
{
    d->there([answer](Run &run) { run.answer(answer); });
}

void RunController::compareForReview()
{
    d->there([](Run &run) { run.compareForReview(); });
}

void RunController::cancel()
{
    d->there([](Run &run) { run.stop(); });
}

bool RunController::isRunning() const
{
    return d->running;
}

} // namespace Writeback

#include "runcontroller.moc"
