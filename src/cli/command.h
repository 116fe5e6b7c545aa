#pragma once

#include "cli/exitcode.h"

#include <QObject>

namespace CLI {
class App;
}

namespace Cli {

// A command of the program: its constructor defines its options, and once they are parsed, it is started if it was
// asked for. The definitions are borrowed. One thread.
class Command : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Command)

public:
    using QObject::QObject;

    [[nodiscard]] virtual bool isAskedFor() const = 0;
    virtual void start() = 0; // finished() follows once, possibly before this returns

Q_SIGNALS:
    void finished(Cli::ExitCode code);
};

} // namespace Cli
