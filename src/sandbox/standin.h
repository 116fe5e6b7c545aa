#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "sandbox/options.h"

#include <QJsonObject>
#include <QThread>

namespace Sandbox {

class DomoServer;
class WorkivaServer;

// Both services on this computer. Each has its own thread, so that neither waits for the other; start() returns when
// both are listening, stop() (and the destructor) when both have ended and the state is saved. Used from one thread.
class StandIn
{
public:
    explicit StandIn(Options options);
    ~StandIn();
    Q_DISABLE_COPY_MOVE(StandIn)

    // What a client needs to know: {"domo": {"url", "clientId", "clientSecret"}, "workiva": {…}, "datasets": [{"id",
    // "name", "rows", "columns"}], "spreadsheets": [{"id", "name", "sheets": [{"id", "name", "path"}]}]}. Fails with
    // InvalidInput or Disk if something cannot be read, NoNetwork if a port is not available.
    [[nodiscard]] Core::Result<QJsonObject> start();
    [[nodiscard]] Core::Result<void> stop();

private:
    Options m_options;
    Core::SystemClock m_clock; // stateless: each side may use it on its own thread
    QThread m_domoThread;
    QThread m_workivaThread;
    DomoServer *m_domo = nullptr; // each lives on its thread
    WorkivaServer *m_workiva = nullptr;
};

} // namespace Sandbox
