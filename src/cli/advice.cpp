#include "cli/advice.h"

#include "core/inputfault.h"
#include "writeback/runrequest.h"

#include <algorithm>

namespace Cli {

namespace {

using Core::ErrorKind;
using Writeback::Difference;
using Writeback::Finding;

// What the sheet has kept in another form can be sent in that form.
QString adviceOnDifferences(const QList<Difference> &differences)
{
    using Kind = Difference::Kind;
    const auto isForm = [](const Difference &difference) {
        return difference.kind == Kind::LineBreaks || difference.kind == Kind::Digits;
    };
    if (differences.isEmpty() || !std::ranges::all_of(differences, isForm))
        return {};
    return QStringLiteral(
        "The sheet keeps these values in another form. --as-kept sends them in that form: line breaks "
        "as LF, numbers rounded to the digits that a sheet holds.");
}

QString adviceOnInput(const Core::Error &error)
{
    if (error.cause.as<Core::NotGiven>()) {
        if (error.kind == ErrorKind::BadCredentials)
            return QStringLiteral("Set the environment variable %1.").arg(error.subject);
        return error.subject == QLatin1String("Sheet ID")
            ? QStringLiteral("Name the sheet by --sheet, or give --spreadsheet the address of the sheet's page.")
            : QStringLiteral("Say where Workiva is by --region-host us, eu or apac, or give --spreadsheet the address "
                             "of its page.");
    }
    if (const auto *said = error.cause.as<Core::Contradiction>()) {
        switch (said->of) {
        case Core::Contradiction::Of::Spreadsheet:
        case Core::Contradiction::Of::Sheet:
            return QStringLiteral("Make --spreadsheet and --sheet agree, or give the address of the sheet's page to "
                                  "--spreadsheet alone.");
        case Core::Contradiction::Of::Host:
            return QStringLiteral("Make the address, --region-host and --workiva-url agree, or leave out what need not "
                                  "be said twice.");
        }
    }
    return {};
}

} // namespace

QString advice(const Writeback::RunReport &report)
{
    if (!report.error)
        return {};
    const Core::Error &error = *report.error;
    const auto *found = error.cause.as<Finding>();
    switch (error.kind) {
    case ErrorKind::NoConsent:
        return found
            ? QStringLiteral("Check the DataSet in Domo. If it is right, add --allow-clearing.")
            : QStringLiteral("Run it at a terminal, or add --yes to write without being asked; --dry-run shows "
                             "what would change.");
    case ErrorKind::EarlierWrite:
        return QStringLiteral("It may still arrive. Add --wait to give it time (%1 s since it was sent, or as many as "
                              "you say), or --ignore-earlier to go on all the same.")
            .arg(std::chrono::duration_cast<std::chrono::seconds>(Writeback::RunRequest().settleTime).count());
    case ErrorKind::Mismatch: return adviceOnDifferences(report.differences);
    case ErrorKind::Guarded:
        return found && found->kind == Finding::Kind::NumberTooPrecise
            ? QStringLiteral("Make the column a text column in Domo, or add --as-kept, which rounds numbers to the "
                             "digits that a sheet holds.")
            : QString();
    case ErrorKind::InvalidInput:
    case ErrorKind::BadCredentials: return adviceOnInput(error);
    default: return {};
    }
}

} // namespace Cli
