#include "workiva/sheettree.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <limits>
#include <utility>

namespace Workiva {

namespace {

using Siblings = QList<const SheetInfo *>;

void sortByIndex(Siblings &siblings)
{
    const auto place = [](const SheetInfo *sheet) {
        return sheet->index < 0 ? std::numeric_limits<int>::max() : sheet->index;
    };
    std::ranges::stable_sort(siblings, {}, place);
}

class Flattening
{
public:
    explicit Flattening(QHash<QString, Siblings> children) : m_children(std::move(children)) { }

    void addBranch(const SheetInfo &top)
    {
        // Not recursive: the depth of nesting is not limited.
        struct Open
        {
            const SheetInfo *sheet;
            QString parentPath;
            int depth;
        };
        QList<Open> open{{&top, {}, 0}};
        while (!open.isEmpty()) {
            const Open next = open.takeLast();
            if (m_done.contains(next.sheet->id))
                continue;
            m_done.insert(next.sheet->id);
            SheetInfo sheet = *next.sheet;
            sheet.depth = next.depth;
            sheet.path = next.depth == 0 ? sheet.name : pathBelow(next.parentPath, sheet.name);
            const Siblings children = m_children.value(sheet.id);
            for (auto child = children.crbegin(); child != children.crend(); ++child)
                open.append({*child, sheet.path, sheet.depth + 1});
            m_sheets.append(std::move(sheet));
        }
    }

    [[nodiscard]] const QList<SheetInfo> &sheets() const { return m_sheets; }

private:
    QHash<QString, Siblings> m_children;
    QSet<QString> m_done;
    QList<SheetInfo> m_sheets;
};

} // namespace

QList<SheetInfo> inTreeOrder(const QList<SheetInfo> &sheets)
{
    QHash<QString, qsizetype> places;
    QList<SheetInfo> unique;
    for (const SheetInfo &sheet : sheets) {
        const auto place = places.constFind(sheet.id);
        if (place == places.cend()) {
            places.insert(sheet.id, unique.size());
            unique.append(sheet);
        } else if (unique[*place].parentId.isEmpty()) {
            unique[*place].parentId = sheet.parentId; // listed flat, and nested as well
        }
    }
    Siblings tops;
    QHash<QString, Siblings> children;
    for (const SheetInfo &sheet : std::as_const(unique)) {
        const bool atTop = sheet.parentId.isEmpty() || !places.contains(sheet.parentId);
        (atTop ? tops : children[sheet.parentId]).append(&sheet);
    }
    sortByIndex(tops);
    for (Siblings &siblings : children)
        sortByIndex(siblings);

    Flattening flattening(std::move(children));
    for (const SheetInfo *sheet : std::as_const(tops))
        flattening.addBranch(*sheet);
    for (const SheetInfo &sheet : std::as_const(unique)) // those not reachable from the top level: circular parents
        flattening.addBranch(sheet);
    return flattening.sheets();
}

} // namespace Workiva
