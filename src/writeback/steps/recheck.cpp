#include "writeback/steps/recheck.h"

#include "workiva/getsheet.h"
#include "workiva/getspreadsheet.h"

using namespace Qt::StringLiterals;

namespace Writeback {

namespace {

constexpr int maxRounds = 5;

} // namespace

Recheck::Recheck(RunContext &context, QObject *parent) : Step(StepName::Recheck, context, parent) { }

Recheck::~Recheck() = default;

void Recheck::run()
{
    if (!context().sheet.tableRevision.isEmpty())
        requestSheet();
    else if (!context().spreadsheet.revision.isEmpty())
        requestSpreadsheet();
    else
        finishWith({});
}

void Recheck::abort()
{
    m_sheet.reset();
    m_spreadsheet.reset();
}

void Recheck::requestSheet()
{
    m_sheet = std::make_unique<Workiva::GetSheet>(*context().workiva, context().sheetId());
    connect(m_sheet.get(), &Net::Job::finished, this, [this] {
        const auto &sheet = m_sheet->result();
        if (!sheet)
            finishWith(Core::propagate(sheet));
        else
            compare(context().sheet.tableRevision, sheet->tableRevision);
    });
    m_sheet->start();
}

void Recheck::requestSpreadsheet()
{
    m_spreadsheet = std::make_unique<Workiva::GetSpreadsheet>(*context().workiva, context().request.spreadsheetId);
    connect(m_spreadsheet.get(), &Net::Job::finished, this, [this] {
        const auto &spreadsheet = m_spreadsheet->result();
        if (!spreadsheet)
            finishWith(Core::propagate(spreadsheet));
        else
            compare(context().spreadsheet.revision, spreadsheet->revision);
    });
    m_spreadsheet->start();
}

void Recheck::compare(const QString &before, const QString &now)
{
    RunContext &run = context();
    run.sheetMoved = before != now;
    if (run.sheetMoved && ++run.rechecks > maxRounds)
        finishWith(Core::fail(Core::Error{.kind = Core::ErrorKind::Conflict,
                                          .service = Core::Service::Workiva,
                                          .subject = run.request.sheetId,
                                          .detail = u"the sheet changes all the time"_s}));
    else
        finishWith({});
}

} // namespace Writeback
