#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStringList>

namespace Support {

class SandboxProcess;

// Helpers for calling the command line like a script.

// In addition to this program's environment.
[[nodiscard]] QProcessEnvironment credentialsOf(const SandboxProcess &sandbox);

struct Output
{
    int code = -1;
    QByteArray out{};
    QByteArray err{};

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QByteArray all() const { return QByteArray::number(code) + '\n' + out + err; }
};

// Runs the program to its end. The code is -1 if it does not end by itself, or prints a secret.
[[nodiscard]] Output call(const QStringList &arguments, const QProcessEnvironment &environment);

// `copy` from a DataSet into the sandbox's empty sheet, with --yes.
[[nodiscard]] QStringList copyArguments(const SandboxProcess &sandbox, const QString &dataSet, const QString &region,
                                        const QString &dataFolder);

// Calls `copy` (with --yes) and `plan` with --json, from a DataSet into the sandbox's empty sheet.
struct Caller
{
    const SandboxProcess &sandbox;
    QString dataSet;
    QString region;
    QString dataFolder;

    [[nodiscard]] QStringList planArguments() const;
    [[nodiscard]] Output copy(const QStringList &options = {}) const;
    [[nodiscard]] Output plan(const QStringList &options = {}) const;
};

// The record of a check; empty if there is none.
[[nodiscard]] QJsonObject guardIn(const Output &output, const QString &guard);
[[nodiscard]] QString verdictIn(const Output &output, const QString &guard);

} // namespace Support
