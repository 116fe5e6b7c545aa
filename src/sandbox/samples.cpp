#include "sandbox/samples.h"

#include "sandbox/ids.h"
#include "sandbox/number.h"
#include "sandbox/rangelinks.h"

namespace Sandbox {

namespace {

Spreadsheet &addSpreadsheet(Spreadsheets &all, const QString &name, const QDateTime &now)
{
    all.push_back(std::make_unique<Spreadsheet>());
    Spreadsheet &one = *all.back();
    one.id = hexIdFor(name);
    one.name = name;
    one.created = one.modified = now;
    return one;
}

Worksheet &addSheet(Spreadsheet &spreadsheet, const QString &name, const Worksheet *parent = nullptr)
{
    const QString above = parent ? spreadsheet.path(*parent).join(u'/') + u'/' : QString();
    return spreadsheet.add(hexIdFor(spreadsheet.name + u'/' + above + name), name, parent ? parent->id : QString());
}

// A row of a sheet from texts: what begins with '=' is a formula, what is a number one.
void fillRow(Worksheet &sheet, int row, const QStringList &texts)
{
    for (qsizetype column = 0; column < texts.size(); ++column) {
        const std::string text = texts[column].toStdString();
        Sheet::CellKind kind = text.empty() ? Sheet::CellKind::Empty : Sheet::CellKind::Text;
        if (text.starts_with('='))
            kind = Sheet::CellKind::Formula;
        else if (!text.empty() && toDouble(text))
            kind = Sheet::CellKind::Number;
        sheet.cells.set(row, int(column), {kind, text});
    }
}

void fillStatement(Worksheet &sheet, const QString &title, const QStringList &lines)
{
    fillRow(sheet, 0, {title});
    fillRow(
        sheet, 1,
        {QStringLiteral("Line"), QStringLiteral("This year"), QStringLiteral("Last year"), QStringLiteral("Change")});
    int row = 2;
    for (const QString &line : lines) {
        const int shown = row + 1;
        fillRow(
            sheet, row,
            {line, QString::number(1000 * shown), QString::number(900 * shown), QStringLiteral("=B%1-C%1").arg(shown)});
        ++row;
    }
    fillRow(sheet, row,
            {QStringLiteral("Total"), QStringLiteral("=SUM(B3:B%1)").arg(row), QStringLiteral("=SUM(C3:C%1)").arg(row),
             QStringLiteral("=B%1-C%1").arg(row + 1)});
}

// A rich title over merged cells, and below it the total of one statement, which is linked; the other one's lines go
// into a document.
void fillSummary(Worksheet &summary, Worksheet &income, Worksheet &balance)
{
    fillRow(summary, 0, {QStringLiteral("Statements")});
    summary.cells.setRich(0, 0);
    summary.merges.push_back({0, 0, 1, 3});
    fillRow(summary, 1, {QStringLiteral("Income")});
    addDestination(income, addSource(income, {5, 1, 1, 2}), summary, {1, 1});
    addSource(balance, {2, 1, 4, 2});
}

void addFiling(Spreadsheets &all, const QDateTime &now)
{
    Spreadsheet &filing = addSpreadsheet(all, QStringLiteral("Quarterly Filing"), now);
    filing.milestones = {
        {hexIdFor(filing.id + QStringLiteral("/First draft")), QStringLiteral("First draft"), {}, now}};
    addSheet(filing, QStringLiteral("Trial Balance"));
    Worksheet &statements = addSheet(filing, QStringLiteral("Statements"));
    Worksheet &income = addSheet(filing, QStringLiteral("Income Statement"), &statements);
    fillStatement(income, QStringLiteral("Income Statement"),
                  {QStringLiteral("Revenue"), QStringLiteral("Cost of sales"), QStringLiteral("Other income")});
    Worksheet &balance = addSheet(filing, QStringLiteral("Balance Sheet"), &statements);
    fillStatement(balance, QStringLiteral("Balance Sheet"),
                  {QStringLiteral("Cash"), QStringLiteral("Receivables"), QStringLiteral("Inventories")});
    addSheet(filing, QStringLiteral("Trial Balance"), &balance);
    fillSummary(statements, income, balance);

    Worksheet &locked = addSheet(filing, QStringLiteral("Signed Off"));
    fillRow(locked, 0, {QStringLiteral("Approved"), QStringLiteral("2026-01-31")});
    locked.lock = QStringLiteral("lock");

    Worksheet &linked = addSheet(filing, QStringLiteral("Linked"));
    fillRow(linked, 0, {QStringLiteral("Account"), QStringLiteral("Amount")});
    for (int row = 1; row < 5; ++row)
        fillRow(linked, row, {QStringLiteral("Account %1").arg(row), QString::number(100 * row)});
    linked.dataset = Sheet::Rectangle{0, 0, 20, 4};
}

void addHeadcount(Spreadsheets &all, const QDateTime &now)
{
    Spreadsheet &report = addSpreadsheet(all, QStringLiteral("Headcount Report"), now);
    addSheet(report, QStringLiteral("Headcount"));
    // Months in rows: a formula inside of A1:C13, and others beside it.
    Worksheet &formulas = addSheet(report, QStringLiteral("Formulas"));
    fillRow(
        formulas, 0,
        {QStringLiteral("Month"), QStringLiteral("Joined"), QStringLiteral("Left"), QString(), QStringLiteral("Net")});
    for (int row = 1; row <= 12; ++row)
        fillRow(formulas, row,
                {QStringLiteral("Month %1").arg(row), QString::number(10 + row), QString::number(row % 5), QString(),
                 QStringLiteral("=B%1-C%1").arg(row + 1)});
    fillRow(
        formulas, 6,
        {QStringLiteral("Month 6"), QStringLiteral("=B6+1"), QStringLiteral("2"), QString(), QStringLiteral("=B7-C7")});
    fillRow(formulas, 13,
            {QStringLiteral("Total"), QStringLiteral("=SUM(B2:B13)"), QStringLiteral("=SUM(C2:C13)"), QString(),
             QStringLiteral("=B14-C14")});
}

} // namespace

std::vector<DataSet> sampleDataSets(bool nullIsBackslashN)
{
    return readDataSets(QStringLiteral(":/sample"), nullIsBackslashN).value();
}

Spreadsheets sampleSpreadsheets(const QDateTime &now)
{
    Spreadsheets all;
    addFiling(all, now);
    addHeadcount(all, now);
    addSheet(addSpreadsheet(all, QStringLiteral("Scratch"), now), QStringLiteral("Sheet1"));
    return all;
}

} // namespace Sandbox
