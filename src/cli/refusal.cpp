#include "cli/refusal.h"

#include "cli/advice.h"
#include "cli/reportjson.h"
#include "cli/terminal.h"
#include "words/errortext.h"

using namespace Qt::StringLiterals;

namespace Cli {

ExitCode refuse(const Core::Error &error, bool json)
{
    Writeback::RunReport report;
    report.error = error;
    report.state = error.kind == Core::ErrorKind::NoConsent ? Writeback::State::Refused : Writeback::State::Failed;
    const QString next = savedAdvice(report, {});
    const ExitCode code = exitCode(report);
    if (json)
        return print(jsonText(refusalJson(error, next))) ? code : withoutReport(code);
    const Words::ErrorText text = Words::errorText(error);
    printError(QString(text.message + u' ' + (next.isEmpty() ? text.next : next)).trimmed());
    if (!text.quote.isEmpty())
        printError(text.quote);
    return code;
}

} // namespace Cli
