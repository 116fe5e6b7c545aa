#include "writeback/journal.h"

#include "writeback/runrequest.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace Writeback {

namespace {

// Runs of the first versions have no recorded target, those of the next only its text.
bool isOfAnotherTarget(const JournalEntry &then, const JournalEntry &now)
{
    if (then.sheet.sheetId.isEmpty())
        return false;
    if (then.sheet.sheetId != now.sheet.sheetId)
        return true;
    return then.sheet.spreadsheetId.isEmpty()
        ? then.target != now.target
        : then.sheet.spreadsheetId != now.sheet.spreadsheetId || then.region != now.region;
}

// Without blanks, which separate options.
QString encoded(const QString &name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(name));
}

// What is left out of a choice does not decide anything: it is not chosen either way.
QStringList optionsOf(const Sheet::Shaping &shaping)
{
    QStringList options;
    for (const Sheet::ColumnRule &rule : shaping.columns) {
        const QString column = encoded(rule.name);
        if (rule.isLeftOut) {
            if (!shaping.isChoice)
                options.append(u"leftOut="_s + column);
            continue;
        }
        if (shaping.isChoice)
            options.append(u"column="_s + column);
        if (!rule.as.isEmpty())
            options.append(u"rename=%1=%2"_s.arg(column, encoded(rule.as)));
        if (rule.kind)
            options.append(u"type=%1=%2"_s.arg(column, Sheet::name(*rule.kind)));
        if (rule.nulls)
            options.append(u"nullsOf=%1=%2"_s.arg(column, encoded(Sheet::name(*rule.nulls))));
        if (rule.decimals)
            options.append(u"round=%1=%2"_s.arg(column).arg(*rule.decimals));
    }
    if (shaping.nulls != Sheet::NullRule())
        options.append(u"nulls="_s + encoded(Sheet::name(shaping.nulls)));
    return options;
}

QStringList optionsOf(const Sheet::RowQuery &query)
{
    QStringList options;
    if (query.sql.isEmpty())
        return options;
    options.append(u"sql="_s + encoded(query.sql));
    for (auto parameter = query.parameters.cbegin(); parameter != query.parameters.cend(); ++parameter)
        options.append(u"parameter=%1=%2"_s.arg(encoded(parameter.key()), encoded(parameter.value())));
    return options;
}

} // namespace

JournalEntry entryOf(const RunRequest &request)
{
    return {.profileId = request.profileId,
            .profileName = request.profileName,
            .account = request.account,
            .clientId = request.workiva.clientId,
            .dataSetId = request.dataSet() ? request.dataSet()->dataSetId : QString(),
            .sheet = request.place(),
            .region = request.region.toString(),
            .options = optionsText(request),
            .target = request.target,
            .kind = request.dryRun ? RunKind::Check : RunKind::Writeback,
            .occasion = request.occasion};
}

QString optionsText(const RunRequest &request)
{
    QStringList options{Sheet::name({.kind = request.update.kind})};
    // Otherwise the key only decides how the changes are listed.
    if (request.update.keepsOrder || request.update.kind != Sheet::UpdateMethod::Kind::Replace) {
        for (const QString &key : request.update.keys)
            options.append(u"key="_s + encoded(key));
    }
    for (const QString &column : request.update.partition)
        options.append(u"partitionBy="_s + encoded(column));
    if (request.update.keepsOrder)
        options.append(u"keepOrder"_s);
    if (request.update.formulas == Sheet::Formulas::Keep) // the others only decide whether there is a run
        options.append(u"keepFormulas"_s);
    if (request.asKept)
        options.append(u"asKept"_s);
    if (const DataSetSource *source = request.dataSet(); source && source->columnNames)
        options.append(u"columnNames"_s);
    if (const DataSetSource *source = request.dataSet(); source && source->datesAsText)
        options.append(u"datesAsText"_s);
    if (const DataSetSource *source = request.dataSet())
        options += optionsOf(source->shaping) + optionsOf(source->query);
    return options.join(u' ');
}

QString optionsText(const Sheet::Shaping &shaping)
{
    return optionsOf(shaping).join(u' ');
}

bool leavesCells(const QString &options)
{
    const QStringList all = options.split(u' ', Qt::SkipEmptyParts); // the method is the first
    return !all.isEmpty() && (all.first() != Sheet::name(Sheet::UpdateMethod()) || all.contains("keepFormulas"_L1));
}

Changed changedSince(const JournalEntry &then, const JournalEntry &now)
{
    if (isOfAnotherTarget(then, now))
        return Changed::Target;
    if (!then.dataSetId.isEmpty() && then.dataSetId != now.dataSetId)
        return Changed::DataSet;
    return !then.options.isEmpty() && then.options != now.options ? Changed::Options : Changed::Nothing;
}

QString targetText(const QString &spreadsheet, const QString &sheet, const QString &region)
{
    return QStringList{spreadsheet, sheet, region}.join(u" / "_s);
}

} // namespace Writeback
