#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "sandbox/options.h"

#include <QJsonObject>
#include <QThread>

namespace Sandbox {

class DomoServer;
class WorkivaServer;

// Both services on this machine. Each side has a thread of its own, so that neither waits for the other; start()
// returns when both listen, stop() (and the destructor) when both have ended and the state is saved. To be used from
// one thread.
class StandIn
{
public:
    explicit StandIn(Options options);
    ~StandIn();
    Q_DISABLE_COPY_MOVE(StandIn)

    // What a program needs to know of it: {"domo": {"url", "clientId", "clientSecret"}, "workiva": {…}, "datasets":
    // [{"id", "name", "rows", "columns"}], "spreadsheets": [{"id", "name", "sheets": [{"id", "name", "path"}]}]}. Fails
    // with InvalidInput or Disk for what cannot be read, NoNetwork for a port that cannot be had.
    [[nodiscard]] Core::Result<QJsonObject> start();
    [[nodiscard]] Core::Result<void> stop();

private:
    Options m_options;
    Core::SystemClock m_clock; // holds nothing: each side may use it on its own thread
    QThread m_domoThread;
    QThread m_workivaThread;
    DomoServer *m_domo = nullptr; // each lives on its thread
    WorkivaServer *m_workiva = nullptr;
};

} // namespace Sandbox
