#pragma once

#include "support/httpserver.h"
#include "support/memoryjournal.h"
#include "support/testservice.h"
#include "writeback/runcontext.h"

#include <QTemporaryDir>

// Shared by the tests of steps.
namespace Support {

using namespace Qt::StringLiterals;

// The environment of a step that only uses Workiva: a scripted service with a clock that the test advances, the context
// of a run into the sheet s of the spreadsheet p, and a ledger for its journal, which the test opens.
struct StepStage
{
    StepStage()
    {
        context.workiva = &service.service;
        context.clock = &service.clock;
        context.request.workiva.baseUrl = server.url();
        context.request.spreadsheetId = u"p"_s;
        context.request.sheetId = u"s"_s;
    }

    // Starts a run in the ledger; false if that is not recorded.
    [[nodiscard]] bool openJournal()
    {
        journal = *ledger.books(locks.path()).openJournal();
        context.journal = journal.get();
        return journal->begin({.sheet = context.place()}).has_value();
    }

    HttpServer server;
    TestService service{server.url(), Core::Service::Workiva};
    QTemporaryDir locks;
    MemoryLedger ledger;
    std::unique_ptr<Writeback::Journal> journal;
    Writeback::RunContext context;
};

} // namespace Support
