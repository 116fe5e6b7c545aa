#include "writeback/steps/readtarget.h"

namespace Writeback {

void ReadTarget::run()
{
    RunContext &run = context();
    const RunRequest &request = run.request;
    run.unreadableCells = 0;
    m_reader = std::make_unique<TargetReader>(*run.workiva, run.sheetId(), request.region, run.anchor(),
                                              run.existing.forReading());
    if (const auto size = run.expectedSize())
        m_reader->expect(size->rows, size->columns);
    connect(m_reader.get(), &TargetReader::progressChanged, this,
            [this](qint64 cells) { Q_EMIT progressChanged(cells, 0); });
    connect(m_reader.get(), &Net::Job::finished, this, [this] {
        const auto &read = m_reader->result();
        if (read)
            context().existingChanged = read->altered;
        if (read && read->firstUnreadable) {
            context().unreadableCells = read->unreadable;
            context().firstUnreadable = Sheet::toA1(*read->firstUnreadable);
        }
        finishWith(read ? Core::Result<void>() : Core::propagate(read));
    });
    m_reader->start();
}

} // namespace Writeback
