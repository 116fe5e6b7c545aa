#include "cli/advice.h"

#include "cli/credentials.h"
#include "cli/guardoptions.h"
#include "cli/namelist.h"
#include "core/inputfault.h"
#include "writeback/endstate.h"
#include "writeback/runrequest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

using Core::ErrorKind;
using Writeback::Difference;
using Writeback::Finding;

// Values that the sheet stored in another form can be sent in that form.
QString adviceOnDifferences(const QList<Difference> &differences)
{
    using Kind = Difference::Kind;
    const auto isForm = [](const Difference &difference) {
        return difference.kind == Kind::LineBreaks || difference.kind == Kind::Digits;
    };
    if (differences.isEmpty() || !std::ranges::all_of(differences, isForm))
        return {};
    return u"The sheet stores these values differently. Add --as-kept to send them as the sheet stores them: line "
           "breaks as LF, numbers rounded to the digits that a sheet holds."_s;
}

QString adviceOnUpdate(const Sheet::UpdateFault &fault)
{
    using Reason = Sheet::UpdateFault::Reason;
    switch (fault.reason) {
    case Reason::NoKey: return u"Add --key with the name of the column that identifies a row; repeat it for several."_s;
    case Reason::NoPartition: return u"Add --partition-by with the name of a column, such as the period."_s;
    case Reason::PartitionOfAnotherMethod: return u"Add --update-method partition, or remove --partition-by."_s;
    case Reason::OrderOfAnotherMethod: return u"Remove --keep-order, or use --update-method replace."_s;
    case Reason::DateColumn: return u"Add --dates-as-text, or choose another column."_s;
    case Reason::NoSuchColumn:
    case Reason::SeveralSuchColumns: return {};
    }
    Q_UNREACHABLE();
}

QString adviceOnShaping(const Sheet::ShapingFault &fault)
{
    using Reason = Sheet::ShapingFault::Reason;
    switch (fault.reason) {
    case Reason::NotWritten: return u"Add it to --columns, or remove it from --types, --nulls or --round."_s;
    case Reason::NothingLeft: return u"Name at least one column in --columns, or leave out fewer."_s;
    case Reason::RoundedText: return u"Add it to --types as number, or remove it from --round."_s;
    case Reason::OldValueOfNoRow: return u"Use --update-method upsert with --key, or --nulls clear."_s;
    case Reason::NoSuchColumn:
    case Reason::SeveralSuchColumns:
    case Reason::RepeatedColumn:
    case Reason::SameName: return {};
    }
    Q_UNREACHABLE();
}

// The option that sends columns as text, quoted for a shell.
QString typesOption(const QStringList &columns)
{
    QStringList types;
    for (const QString &column : columns)
        types.append(inList(column) + u"=text"_s);
    const QString list = types.join(u',');
    return list.contains(u'"') ? u"--types '%1'"_s.arg(list) : u"--types \"%1\""_s.arg(list);
}

// The options that would let the run pass a guard.
QString adviceOnGuard(Sheet::Guard guard, const QStringList &betterAsText)
{
    const QString options = acceptOptions(guard);
    switch (guard) {
    case Sheet::Guard::EmptySource:
    case Sheet::Guard::ClearsMoreThanItWrites:
        return u"Check the data. If it is correct, add --allow-clearing, or %1 to record why."_s.arg(options);
    case Sheet::Guard::NumberTooPrecise:
        return u"%1, or add --as-kept to round numbers to the digits that a sheet holds. To write them although the "
               "sheet will hold other numbers, add %2."_s.arg(
                   betterAsText.isEmpty() ? u"Make the column a text column in Domo"_s
                                          : u"Add %1 to send them as text"_s.arg(typesOption(betterAsText)),
                   options);
    case Sheet::Guard::Identifiers:
        if (!betterAsText.isEmpty())
            return u"Add %1 to send them as text. To write them as numbers, add %2."_s.arg(typesOption(betterAsText),
                                                                                           options);
        return u"Check the data. If it is correct, add %1."_s.arg(options);
    case Sheet::Guard::Scale: return u"Check the DataSet and the sheet. If this is intended, add %1."_s.arg(options);
    case Sheet::Guard::KeysUnderFormulas:
    case Sheet::Guard::KeysUnderLinks:
        return u"With the update method replace, --key and --keep-order keep the sheet's order. If the rows are to "
               u"move, "
               "add %1."_s.arg(options);
    case Sheet::Guard::LockedCells:
    case Sheet::Guard::LinkedCells:
    case Sheet::Guard::NotInputCells:
    case Sheet::Guard::MergedCells:
    case Sheet::Guard::RichTextCells: return u"Check the sheet. If this is intended, add %1."_s.arg(options);
    case Sheet::Guard::SpreadsheetFull:
        return u"Delete cells or sheets that are no longer needed, or write to another spreadsheet. To write all the "
               "same, add %1."_s.arg(options);
    case Sheet::Guard::EqualFormulas:
        return u"Add --formulas keep, so that the formulas stay. If they are to be overwritten, add %1."_s.arg(options);
    default: return u"Check the data. If it is correct, add %1."_s.arg(options);
    }
}

QString adviceOnQuery(const Sheet::RowQueryFault &fault, const QString &subject)
{
    using Reason = Sheet::RowQueryFault::Reason;
    if (fault.reason == Reason::NoValue && subject == Sheet::periodParameter)
        return u"Add --period, or --parameter %1=VALUE."_s.arg(subject);
    return fault.reason == Reason::NoValue ? u"Add --parameter %1=VALUE."_s.arg(subject) : QString();
}

QString allVariables()
{
    using Core::Service;
    return u"%1, %2, %3 and %4"_s.arg(idVariable(Service::Domo), secretVariable(Service::Domo),
                                      idVariable(Service::Workiva), secretVariable(Service::Workiva));
}

QString adviceOnInput(const Core::Error &error)
{
    if (error.cause.as<Core::NotGiven>()) {
        if (error.kind == ErrorKind::BadCredentials)
            return u"Set the environment variable %1."_s.arg(error.subject);
        if (error.subject == "PROFILE"_L1)
            return u"Name a saved writeback or its file, or use --group. The command \"profiles list\" lists them."_s;
        if (error.subject == "--account"_L1)
            return u"Use --account with the name of a saved account, or set the environment variables %1."_s.arg(
                allVariables());
        if (error.subject.startsWith("--"_L1))
            return u"Give each --accept its own --reason and --until."_s;
        return error.subject == "Sheet ID"_L1
            ? u"Use --sheet, or give --spreadsheet the web address of the sheet."_s
            : u"Use --region-host us, eu or apac, or give --spreadsheet a web address."_s;
    }
    if (const auto *fault = error.cause.as<Sheet::UpdateFault>())
        return adviceOnUpdate(*fault);
    if (const auto *fault = error.cause.as<Sheet::ShapingFault>())
        return adviceOnShaping(*fault);
    if (const auto *fault = error.cause.as<Sheet::RowQueryFault>())
        return adviceOnQuery(*fault, error.subject);
    if (const auto *said = error.cause.as<Core::Contradiction>()) {
        switch (said->of) {
        case Core::Contradiction::Of::Spreadsheet:
        case Core::Contradiction::Of::Sheet:
            return u"Make --spreadsheet and --sheet match, or use --spreadsheet alone with the web address of the "
                   "sheet."_s;
        case Core::Contradiction::Of::Period: return u"Remove the --parameter: --period supplies it."_s;
        case Core::Contradiction::Of::Guard: return u"Use --guard once for each check."_s;
        case Core::Contradiction::Of::Host:
            return u"Make the web address, --region-host and --workiva-url match, or use only one of them."_s;
        case Core::Contradiction::Of::ClientId:
            return u"Set %1 and %2 to those of the account, or to nothing if the keychain has the secrets."_s.arg(
                idVariable(error.service), secretVariable(error.service));
        case Core::Contradiction::Of::Account:
            return u"Remove --account: a saved writeback has its own, and only a file needs one."_s;
        }
    }
    return {};
}

// Of a run that was not refused.
QString adviceOnFindings(const QList<Finding> &findings)
{
    QStringList columns;
    for (const Finding &finding : findings)
        columns += Writeback::betterAsText(finding);
    columns.removeDuplicates();
    return columns.isEmpty() ? QString() : u"To send columns as text, add %1."_s.arg(typesOption(columns));
}

} // namespace

QString advice(const Writeback::RunReport &report)
{
    if (!report.error)
        return adviceOnFindings(report.review.findings);
    const Core::Error &error = *report.error;
    const auto *found = error.cause.as<Finding>();
    const auto guard = found ? Writeback::guardOf(found->kind) : std::nullopt;
    switch (error.kind) {
    case ErrorKind::NoConsent:
        return guard
            ? adviceOnGuard(*guard, Writeback::betterAsText(*found))
            : u"Run it in a terminal, or add --yes to write without confirmation. --dry-run shows what would change."_s;
    case ErrorKind::EarlierWrite:
        return u"It may still arrive. Add --wait to wait for it (until %1 s after it was sent, or a number of seconds "
               "of your own), or --ignore-earlier to run anyway."_s.arg(
                   std::chrono::duration_cast<std::chrono::seconds>(Writeback::RunRequest().settleTime).count());
    case ErrorKind::Mismatch: return adviceOnDifferences(report.differences);
    case ErrorKind::Guarded:
        if (found && found->kind == Finding::Kind::UnknownColumnTypes && found->count > 0)
            return u"Name their types with --types, or change them in Domo to text, whole number, decimal, date, or "
                   "date and time."_s;
        if (found && found->kind == Finding::Kind::FormulasOverwritten)
            return u"Choose another region, or use --formulas keep or --formulas overwrite."_s;
        return guard ? adviceOnGuard(*guard, Writeback::betterAsText(*found)) : QString();
    case ErrorKind::InvalidInput:
    case ErrorKind::BadCredentials: return adviceOnInput(error);
    default: return {};
    }
}

namespace {

// For a shell.
QString quoted(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString savedAdviceOnGuard(const Finding &found, Sheet::Guard guard, const QString &name)
{
    if (guard == Sheet::Guard::SpreadsheetFull)
        return u"Delete cells or sheets that are no longer needed, or choose another spreadsheet."_s;
    const QString what = Writeback::isAboutSheet(found.kind) ? u"sheet"_s : u"data"_s;
    return u"Check the %1. If it is correct, accept it with: workiva-writeback-cli run %2 --yes %3"_s.arg(
        what, quoted(name), acceptOptions(guard));
}

} // namespace

QString savedAdvice(const Writeback::RunReport &report, const QString &name)
{
    if (!report.error)
        return {};
    const Core::Error &error = *report.error;
    const auto *found = error.cause.as<Finding>();
    const auto guard = found ? Writeback::guardOf(found->kind) : std::nullopt;
    switch (error.kind) {
    case ErrorKind::NoConsent:
        return guard ? savedAdviceOnGuard(*found, *guard, name)
                     : u"Add --yes to write without confirmation. The command \"check\" shows whether the sheet "
                       "differs."_s;
    case ErrorKind::Guarded: return guard ? savedAdviceOnGuard(*found, *guard, name) : QString();
    case ErrorKind::EarlierWrite:
        return u"It may still arrive. Add --wait to wait for it, or --ignore-earlier to run anyway."_s;
    case ErrorKind::Keychain:
        return u"Unlock the keychain, store the secrets again in the window, or set the environment variables %1."_s
            .arg(allVariables());
    case ErrorKind::InvalidInput:
    case ErrorKind::BadCredentials: return adviceOnInput(error);
    default: return {};
    }
}

Writeback::RunReport refusalBy(const Core::Error &error)
{
    Writeback::RunReport report;
    report.error = error;
    report.state = Writeback::endState({.error = report.error});
    return report;
}

} // namespace Cli
