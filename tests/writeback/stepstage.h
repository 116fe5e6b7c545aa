#pragma once

#include "support/httpserver.h"
#include "support/memoryjournal.h"
#include "support/testservice.h"
#include "writeback/runcontext.h"

#include <QTemporaryDir>

// What the tests of steps share.
namespace Support {

using namespace Qt::StringLiterals;

// What a step works with that asks Workiva alone: a scripted service on a clock that the test moves, the context of a
// run into the sheet s of the spreadsheet p, and a ledger for its journal, which the test opens.
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

    // Begins a run in the ledger; false when that is not written down.
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
