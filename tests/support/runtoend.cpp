#include "support/runtoend.h"

#include "support/memoryjournal.h"
#include "writeback/runcontroller.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Support {

Writeback::Bookkeeping books()
{
    static const QTemporaryDir locks;
    static MemoryLedger ledger;
    return ledger.books(locks.path());
}

Writeback::RunReport runToEnd(const Writeback::RunRequest &request, std::chrono::milliseconds limit,
                              const std::optional<Writeback::Bookkeeping> &shared)
{
    const QTemporaryDir locks;
    MemoryLedger ledger;
    Writeback::RunReport report;
    report.error = Core::Error{.detail = u"the run did not end in time"_s};
    QEventLoop loop;
    Writeback::RunController controller(shared ? *shared : ledger.books(locks.path()));
    QObject::connect(&controller, &Writeback::RunController::finished, &loop,
                     [&](const Writeback::RunReport &finished) {
                         report = finished;
                         loop.quit();
                     });
    QTimer::singleShot(limit, &loop, &QEventLoop::quit);
    controller.start(request);
    loop.exec();
    return report;
}

QString contradiction(const Writeback::RunReport &report, const Cells &held, const Cells &before, const Cells &desired)
{
    using Writeback::State;
    const QString said = QString::fromUtf8(inWords(report));
    const auto equals = [&](const Cells &cells, const QString &what) {
        const QString found = difference(held, cells);
        return found.isEmpty() ? QString() : u"%1, but against %2 %3"_s.arg(said, what, found);
    };
    const bool isDesired = held == desired;
    switch (report.state) {
    case State::Verified:
    case State::NothingToDo: return equals(desired, u"what is desired"_s);
    case State::Planned:
    case State::Refused:
    case State::Failed:
    case State::Cancelled: return equals(before, u"what was there"_s);
    case State::PartlyWritten: {
        const bool formatsAlone = report.cellsWritten == 0 && !report.operations.isEmpty();
        return isDesired || (held == before && !formatsAlone) ? said + u", but the sheet holds all or nothing"_s
                                                              : QString();
    }
    case State::Mismatch: return isDesired ? said + u", but the sheet is as desired"_s : QString();
    case State::OutcomeUnknown: return {};
    }
    Q_UNREACHABLE();
}

QByteArray inWords(const Writeback::RunReport &report)
{
    QString words = Writeback::name(report.state);
    if (report.failedStep)
        words += u" in "_s + Writeback::name(*report.failedStep);
    if (report.error)
        words +=
            u": %1, %2, %3, HTTP %4"_s.arg(Core::name(report.error->kind), report.error->subject, report.error->detail)
                .arg(report.error->httpStatus);
    return words.toUtf8();
}

} // namespace Support
