#include "support/commandline.h"

#include "support/sandboxprocess.h"

#include <QJsonArray>
#include <QProcess>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Support {

QProcessEnvironment credentialsOf(const SandboxProcess &sandbox)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DOMO_CLIENT_ID"_s, sandbox.domo().clientId);
    environment.insert(u"DOMO_CLIENT_SECRET"_s, sandbox.domo().secret.text());
    environment.insert(u"WORKIVA_CLIENT_ID"_s, sandbox.workiva().clientId);
    environment.insert(u"WORKIVA_CLIENT_SECRET"_s, sandbox.workiva().secret.text());
    return environment;
}

Output call(const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CLI_PROGRAM), arguments);
    Output output;
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        output.err = "did not end by itself";
        return output;
    }
    output = {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    for (const char *secret : {"DOMO_CLIENT_SECRET", "WORKIVA_CLIENT_SECRET"}) {
        const QByteArray value = environment.value(QString::fromLatin1(secret)).toUtf8();
        if (!value.isEmpty() && output.all().contains(value))
            return {.err = QByteArray(secret) + " is in what it prints"};
    }
    return output;
}

QStringList copyArguments(const SandboxProcess &sandbox, const QString &dataSet, const QString &region,
                          const QString &dataFolder)
{
    const Writeback::RunRequest request = sandbox.request(dataSet, region);
    return {u"copy"_s,
            u"--data-dir"_s,
            dataFolder,
            u"--domo-url"_s,
            request.dataSet()->domo.baseUrl.toString(),
            u"--workiva-url"_s,
            request.workiva.baseUrl.toString(),
            u"--dataset"_s,
            request.dataSet()->dataSetId,
            u"--spreadsheet"_s,
            request.spreadsheetId,
            u"--sheet"_s,
            request.sheetId,
            u"--region"_s,
            region,
            u"--yes"_s};
}

QStringList Caller::planArguments() const
{
    QStringList arguments = copyArguments(sandbox, dataSet, region, dataFolder);
    arguments[0] = u"plan"_s;
    arguments.removeAll(u"--yes"_s);
    return arguments;
}

Output Caller::copy(const QStringList &options) const
{
    return call(copyArguments(sandbox, dataSet, region, dataFolder) + options + QStringList{u"--json"_s},
                credentialsOf(sandbox));
}

Output Caller::plan(const QStringList &options) const
{
    return call(planArguments() + options + QStringList{u"--json"_s}, credentialsOf(sandbox));
}

QJsonObject guardIn(const Output &output, const QString &guard)
{
    const QJsonArray guards = output.json()["guards"_L1].toArray();
    const auto found =
        std::ranges::find_if(guards, [&guard](const QJsonValue &one) { return one["name"_L1].toString() == guard; });
    return found == guards.end() ? QJsonObject() : (*found).toObject();
}

QString verdictIn(const Output &output, const QString &guard)
{
    return guardIn(output, guard)["verdict"_L1].toString();
}

} // namespace Support
