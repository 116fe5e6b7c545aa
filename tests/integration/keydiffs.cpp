#include "sheet/keydiff.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

using namespace Qt::StringLiterals;

using namespace Sheet;

namespace {

constexpr quint32 seed = 20261204;
constexpr int pairs = 500;
const std::array names{"id", "part", "amount", "note", "owner"};

using Texts = std::array<std::string, names.size()>;

bool isNumeric(size_t column)
{
    return column == 2;
}

Texts anyRow(QRandomGenerator &random, int id)
{
    static const std::array<std::string, 6> values{"", "x", "y", "->", "a,\"b\"", "\xe2\x82\xac"};
    const auto value = [&random] { return values[random.bounded(quint32(values.size()))]; };
    return {"a" + std::to_string(id), std::to_string(random.bounded(3)), std::to_string(random.bounded(3)), value(),
            value()};
}

Grid gridOf(const std::vector<Texts> &rows)
{
    Grid grid;
    for (const Texts &row : rows) {
        std::vector<Cell> cells;
        for (size_t column = 0; column < row.size(); ++column)
            cells.push_back(isNumeric(column) ? Cell::ofNumber(row[column]) : Cell::ofText(row[column]));
        grid.appendRow(cells);
    }
    return grid;
}

QJsonArray toJson(const Texts &row)
{
    QJsonArray json;
    for (const std::string &text : row)
        json.append(QString::fromStdString(text));
    return json;
}

QJsonArray toJson(const std::vector<Texts> &rows)
{
    QJsonArray json;
    for (const Texts &row : rows)
        json.append(toJson(row));
    return json;
}

// Rows are removed, added, changed and moved.
std::vector<Texts> changed(QRandomGenerator &random, std::vector<Texts> rows, int firstId)
{
    std::erase_if(rows, [&random](const Texts &) { return random.bounded(6) == 0; });
    for (Texts &row : rows) {
        if (random.bounded(4) == 0) {
            const Texts other = anyRow(random, 0);
            const int column = random.bounded(2, int(names.size()));
            row[size_t(column)] = other[size_t(column)];
        }
    }
    for (int added = random.bounded(4); added > 0; --added)
        rows.insert(rows.begin() + random.bounded(int(rows.size()) + 1), anyRow(random, firstId + added));
    if (random.bounded(2) == 0)
        std::ranges::shuffle(rows, random);
    return rows;
}

} // namespace

// Prints pairs of tables with their difference by key, one JSON object a line, for foreigndiff.js: the names of the key
// columns, both tables, the rows that are new and gone, and the changed ones with the columns that differ.
int main()
{
    QRandomGenerator random(seed);
    for (int pair = 0; pair < pairs; ++pair) {
        const bool hasPart = random.bounded(2) == 0;
        std::vector<Texts> rows;
        const int count = random.bounded(1, 30);
        for (int row = 0; row < count; ++row) {
            rows.push_back(anyRow(random, hasPart ? row / 3 : row));
            if (hasPart)
                rows.back()[1] = std::to_string(row % 3);
        }
        const std::vector<Texts> others = changed(random, rows, count);
        const Key key = hasPart ? Key{0, 1} : Key{0};
        const Grid existing = gridOf(rows);
        const Grid desired = gridOf(others);
        const auto diff = keyDiff(existing, desired, key, 0);
        if (!diff) {
            std::fprintf(stderr, "seed %u, pair %d: the key is ambiguous\n", seed, pair);
            return 1;
        }
        QJsonArray added;
        QJsonArray gone;
        QJsonArray differing;
        for (const RowPair &one : diff->rows) {
            if (one.change == RowChange::New)
                added.append(toJson(others[size_t(one.desired)]));
            if (one.change == RowChange::Gone)
                gone.append(toJson(rows[size_t(one.existing)]));
            if (one.change == RowChange::Changed) {
                QJsonArray columns;
                for (const int column : changedColumns(existing, desired, one))
                    columns.append(QString::fromLatin1(names[size_t(column)]));
                differing.append(QJsonArray{toJson(others[size_t(one.desired)]), columns});
            }
        }
        QJsonArray columns;
        for (const char *name : names)
            columns.append(QString::fromLatin1(name));
        const QJsonObject json{{u"columns"_s, columns},
                               {u"key"_s, hasPart ? QJsonArray{columns[0], columns[1]} : QJsonArray{columns[0]}},
                               {u"existing"_s, toJson(rows)},
                               {u"desired"_s, toJson(others)},
                               {u"added"_s, added},
                               {u"gone"_s, gone},
                               {u"changed"_s, differing}};
        std::printf("%s\n", QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    }
    return 0;
}
