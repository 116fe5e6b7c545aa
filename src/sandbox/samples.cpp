#include "sandbox/samples.h"

#include "sandbox/ids.h"
#include "sandbox/sheet/number.h"
#include "sandbox/workiva/rangelinks.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

StoredSpreadsheet &addSpreadsheet(Spreadsheets &all, const QString &name, const QDateTime &now)
{
    all.push_back(std::make_unique<StoredSpreadsheet>());
    StoredSpreadsheet &one = *all.back();
    one.id = hexIdFor(name);
    one.name = name;
    one.created = one.modified = now;
    return one;
}

Worksheet &addSheet(StoredSpreadsheet &spreadsheet, const QString &name, const Worksheet *parent = nullptr)
{
    const QString above = parent ? spreadsheet.path(*parent).join(u'/') + u'/' : QString();
    return spreadsheet.add(hexIdFor(spreadsheet.name + u'/' + above + name), name, parent ? parent->id : QString());
}

// Fills a row of a sheet from texts: those that begin with '=' are formulas, numbers are numbers.
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
    fillRow(sheet, 1, {u"Line"_s, u"This year"_s, u"Last year"_s, u"Change"_s});
    int row = 2;
    for (const QString &line : lines) {
        const int shown = row + 1;
        fillRow(sheet, row,
                {line, QString::number(1000 * shown), QString::number(900 * shown), u"=B%1-C%1"_s.arg(shown)});
        ++row;
    }
    fillRow(sheet, row,
            {u"Total"_s, u"=SUM(B3:B%1)"_s.arg(row), u"=SUM(C3:C%1)"_s.arg(row), u"=B%1-C%1"_s.arg(row + 1)});
}

// A rich title in merged cells, and below it the total of one statement, which is linked; the rows of the other one are
// linked to a document.
void fillSummary(Worksheet &summary, Worksheet &income, Worksheet &balance)
{
    fillRow(summary, 0, {u"Statements"_s});
    summary.cells.setRich(0, 0);
    summary.merges.push_back({0, 0, 1, 3});
    fillRow(summary, 1, {u"Income"_s});
    addDestination(income, addSource(income, {5, 1, 1, 2}), summary, {1, 1});
    addSource(balance, {2, 1, 4, 2});
}

// An earlier load of the balances: without an account that is new, with one that is gone since, and with other amounts
// in some rows.
void fillBalances(Worksheet &sheet)
{
    enum Column { Entity, Account, Debit = 4, Balance = 6 };
    const std::vector<StoredDataSet> all = sampleDataSets(false);
    const auto balances = std::ranges::find(all, u"Month-End Balances"_s, &StoredDataSet::name);
    const auto &columns = balances->columns();
    constexpr int changedEvery = 40; // rows
    int to = 0;
    for (size_t column = 0; column < columns.size(); ++column)
        sheet.cells.set(to, int(column), Sheet::Cell::ofText(columns[column].name.toStdString()));
    for (int row = 0; row < balances->rows(); ++row) {
        if (balances->at(row, Account).text == "0011350")
            continue;
        ++to;
        for (int column = 0; column < int(columns.size()); ++column) {
            const bool isOther = row % changedEvery == 0 && (column == Debit || column == Balance);
            const std::string_view text = isOther ? "273915.97" : balances->at(row, column).text;
            if (Sheet::isNumeric(columns[size_t(column)].type))
                sheet.cells.set(to, column, Sheet::Cell::ofNumber(*asStored(text)));
            else
                sheet.cells.set(to, column, Sheet::Cell::ofText(text));
        }
        const bool isLastOfEntity =
            row + 1 == balances->rows() || balances->at(row, Entity).text != balances->at(row + 1, Entity).text;
        if (!isLastOfEntity || balances->at(row, Entity).text != "E001")
            continue;
        const std::array gone{Sheet::Cell::ofText("E001"),     Sheet::Cell::ofText("0099900"),
                              Sheet::Cell::ofText("Suspense"), Sheet::Cell::ofText("2026-10"),
                              Sheet::Cell::ofNumber("18.2"),   Sheet::Cell::ofNumber("0"),
                              Sheet::Cell::ofNumber("18.2"),   Sheet::Cell::ofText("USD")};
        ++to;
        for (size_t column = 0; column < gone.size(); ++column)
            sheet.cells.set(to, int(column), gone[column]);
    }
}

void addFiling(Spreadsheets &all, const QDateTime &now)
{
    StoredSpreadsheet &filing = addSpreadsheet(all, u"Quarterly Filing"_s, now);
    filing.milestones = {{hexIdFor(filing.id + u"/First draft"_s), u"First draft"_s, {}, now}};
    addSheet(filing, u"Trial Balance"_s);
    Worksheet &statements = addSheet(filing, u"Statements"_s);
    Worksheet &income = addSheet(filing, u"Income Statement"_s, &statements);
    fillStatement(income, u"Income Statement"_s, {u"Revenue"_s, u"Cost of sales"_s, u"Other income"_s});
    Worksheet &balance = addSheet(filing, u"Balance Sheet"_s, &statements);
    fillStatement(balance, u"Balance Sheet"_s, {u"Cash"_s, u"Receivables"_s, u"Inventories"_s});
    addSheet(filing, u"Trial Balance"_s, &balance);
    fillSummary(statements, income, balance);

    Worksheet &locked = addSheet(filing, u"Signed Off"_s);
    fillRow(locked, 0, {u"Approved"_s, u"2026-01-31"_s});
    locked.lock = u"lock"_s;

    Worksheet &linked = addSheet(filing, u"Linked"_s);
    fillRow(linked, 0, {u"Account"_s, u"Amount"_s});
    for (int row = 1; row < 5; ++row)
        fillRow(linked, row, {u"Account %1"_s.arg(row), QString::number(100 * row)});
    linked.dataset = Sheet::Rectangle{0, 0, 20, 4};
    fillBalances(addSheet(filing, u"Month-End Balances"_s));
}

void addHeadcount(Spreadsheets &all, const QDateTime &now)
{
    StoredSpreadsheet &report = addSpreadsheet(all, u"Headcount Report"_s, now);
    addSheet(report, u"Headcount"_s);
    // Months in rows: a formula inside A1:C13, and others beside it.
    Worksheet &formulas = addSheet(report, u"Formulas"_s);
    fillRow(formulas, 0, {u"Month"_s, u"Joined"_s, u"Left"_s, QString(), u"Net"_s});
    for (int row = 1; row <= 12; ++row)
        fillRow(formulas, row,
                {u"Month %1"_s.arg(row), QString::number(10 + row), QString::number(row % 5), QString(),
                 u"=B%1-C%1"_s.arg(row + 1)});
    fillRow(formulas, 6, {u"Month 6"_s, u"=B6+1"_s, u"2"_s, QString(), u"=B7-C7"_s});
    fillRow(formulas, 13, {u"Total"_s, u"=SUM(B2:B13)"_s, u"=SUM(C2:C13)"_s, QString(), u"=B14-C14"_s});
}

} // namespace

std::vector<StoredDataSet> sampleDataSets(bool nullIsBackslashN)
{
    return readDataSets(u":/sample"_s, nullIsBackslashN).value();
}

Spreadsheets sampleSpreadsheets(const QDateTime &now)
{
    Spreadsheets all;
    addFiling(all, now);
    addHeadcount(all, now);
    addSheet(addSpreadsheet(all, u"Scratch"_s, now), u"Sheet1"_s);
    return all;
}

} // namespace Sandbox
