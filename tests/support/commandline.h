#pragma once

#include <QProcessEnvironment>
#include <QStringList>

namespace Support {

class SandboxProcess;

// Helpers for calling the command line like a script.

// In addition to this program's environment.
[[nodiscard]] QProcessEnvironment credentialsOf(const SandboxProcess &sandbox);

// `copy` from a DataSet into the sandbox's empty sheet, with --yes.
[[nodiscard]] QStringList copyArguments(const SandboxProcess &sandbox, const QString &dataSet, const QString &region,
                                        const QString &dataFolder);

} // namespace Support
