#include "sandbox/workiva/listquery.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

using Condition = std::function<bool(const QJsonObject &)>;
using Operand = std::function<QJsonValue(const QJsonObject &)>;

QJsonValue propertyOf(const QJsonObject &item, const QString &path)
{
    QJsonValue value = item;
    for (const QString &name : path.split(u'/'))
        value = value[name];
    return value;
}

// Items may lack properties of others: a name is unknown only if all of them lack it.
bool isKnown(const std::vector<QJsonObject> &items, const QString &path)
{
    return items.empty()
        || std::ranges::any_of(items, [&path](const QJsonObject &one) { return !propertyOf(one, path).isUndefined(); });
}

// Less, equal or greater, for values of the same kind.
std::optional<int> compared(const QJsonValue &a, const QJsonValue &b)
{
    const auto sign = [](const auto &x, const auto &y) { return x < y ? -1 : y < x ? 1 : 0; };
    if (a.isString() && b.isString())
        return sign(a.toString(), b.toString());
    if (a.isDouble() && b.isDouble())
        return sign(a.toDouble(), b.toDouble());
    if (a.isBool() && b.isBool())
        return sign(a.toBool(), b.toBool());
    return std::nullopt;
}

bool isSame(const QJsonValue &a, const QJsonValue &b)
{
    const bool aIsNothing = a.isNull() || a.isUndefined();
    const bool bIsNothing = b.isNull() || b.isUndefined();
    return aIsNothing || bIsNothing ? aIsNothing == bIsNothing : compared(a, b) == 0;
}

using Test = bool (*)(const QJsonValue &, const QJsonValue &);

const QHash<QString, Test> &comparisons()
{
    static const QHash<QString, Test> tests{
        {u"eq"_s, isSame},
        {u"ne"_s, [](const QJsonValue &a, const QJsonValue &b) { return !isSame(a, b); }},
        {u"gt"_s, [](const QJsonValue &a, const QJsonValue &b) { return compared(a, b) == 1; }},
        {u"lt"_s, [](const QJsonValue &a, const QJsonValue &b) { return compared(a, b) == -1; }},
        {u"ge"_s, [](const QJsonValue &a, const QJsonValue &b) { return compared(a, b).value_or(-1) > -1; }},
        {u"le"_s, [](const QJsonValue &a, const QJsonValue &b) { return compared(a, b).value_or(1) < 1; }}};
    return tests;
}

const QHash<QString, Test> &functions()
{
    static const QHash<QString, Test> tests{
        {u"contains"_s, [](const QJsonValue &a, const QJsonValue &b) { return a.toString().contains(b.toString()); }},
        {u"startswith"_s,
         [](const QJsonValue &a, const QJsonValue &b) { return a.toString().startsWith(b.toString()); }},
        {u"endswith"_s, [](const QJsonValue &a, const QJsonValue &b) { return a.toString().endsWith(b.toString()); }}};
    return tests;
}

// Parses a filter by recursive descent; `not` binds more tightly than `and`, and `and` more than `or`.
class FilterReader
{
public:
    FilterReader(const QString &text, const std::vector<QJsonObject> &items) : m_items(items)
    {
        static const QRegularExpression token(u"'(?:[^']|'')*'|[(),']|[^\\s(),']+"_s);
        for (const QRegularExpressionMatch &match : token.globalMatch(text))
            m_tokens += match.captured();
    }

    Accepted<Condition> read()
    {
        Accepted<Condition> condition = joinedByOr();
        if (condition && m_at < m_tokens.size())
            return wrong();
        return condition;
    }

private:
    [[nodiscard]] QString next() const { return m_at < m_tokens.size() ? m_tokens[m_at] : QString(); }

    bool take(QLatin1String token)
    {
        const bool isNext = next() == token;
        m_at += isNext ? 1 : 0;
        return isNext;
    }

    std::optional<Test> takeTest(const QHash<QString, Test> &tests)
    {
        const auto found = tests.constFind(next());
        if (found == tests.cend())
            return std::nullopt;
        ++m_at;
        return *found;
    }

    [[nodiscard]] Core::Unexpected<Refusal> wrong() const
    {
        return refuse(400, u"not understood from \"%1\""_s.arg(next()), u"$filter"_s);
    }

    Accepted<Condition> joinedByOr()
    {
        Accepted<Condition> left = joinedByAnd();
        while (left && take("or"_L1)) {
            Accepted<Condition> right = joinedByAnd();
            if (!right)
                return right;
            left = [a = *left, b = *right](const QJsonObject &item) { return a(item) || b(item); };
        }
        return left;
    }

    Accepted<Condition> joinedByAnd()
    {
        Accepted<Condition> left = single();
        while (left && take("and"_L1)) {
            Accepted<Condition> right = single();
            if (!right)
                return right;
            left = [a = *left, b = *right](const QJsonObject &item) { return a(item) && b(item); };
        }
        return left;
    }

    Accepted<Condition> single()
    {
        if (take("not"_L1)) {
            Accepted<Condition> inner = single();
            if (!inner)
                return inner;
            return [a = *inner](const QJsonObject &item) { return !a(item); };
        }
        if (take("("_L1)) {
            Accepted<Condition> inner = joinedByOr();
            if (inner && !take(")"_L1))
                return wrong();
            return inner;
        }
        return tested();
    }

    // a eq b, or contains(a,b)
    Accepted<Condition> tested()
    {
        std::optional<Test> test = takeTest(functions());
        const bool isFunction = test.has_value();
        if (isFunction && !take("("_L1))
            return wrong();
        const Accepted<Operand> left = operand();
        if (!left)
            return Core::propagate(left);
        if (!isFunction)
            test = takeTest(comparisons());
        if (!test || (isFunction && !take(","_L1)))
            return wrong();
        const Accepted<Operand> right = operand();
        if (!right)
            return Core::propagate(right);
        if (isFunction && !take(")"_L1))
            return wrong();
        return [a = *left, b = *right, t = *test](const QJsonObject &item) { return t(a(item), b(item)); };
    }

    Accepted<Operand> operand()
    {
        const QString token = next();
        if (token.isEmpty() || (token.size() == 1 && u"(),'"_s.contains(token)))
            return wrong();
        const auto constant = [this](const QJsonValue &value) {
            ++m_at;
            return [value](const QJsonObject &) { return value; };
        };
        bool isNumber = false;
        const double number = token.toDouble(&isNumber);
        if (token.startsWith(u'\''))
            return constant(token.sliced(1).chopped(1).replace(u"''"_s, u"'"_s));
        if (isNumber)
            return constant(number);
        if (token == "true"_L1 || token == "false"_L1)
            return constant(token == "true"_L1);
        if (token == "null"_L1)
            return constant(QJsonValue());
        if (!isKnown(m_items, token))
            return wrong();
        ++m_at;
        return [token](const QJsonObject &item) { return propertyOf(item, token); };
    }

    const std::vector<QJsonObject> &m_items;
    QStringList m_tokens;
    qsizetype m_at = 0;
};

} // namespace

Accepted<std::vector<QJsonObject>> filtered(std::vector<QJsonObject> items, const QString &filter)
{
    if (filter.trimmed().isEmpty())
        return items;
    const Accepted<Condition> condition = FilterReader(filter, items).read();
    if (!condition)
        return Core::propagate(condition);
    std::erase_if(items, [&condition](const QJsonObject &item) { return !(*condition)(item); });
    return items;
}

Accepted<std::vector<QJsonObject>> ordered(std::vector<QJsonObject> items, const QString &order)
{
    if (order.trimmed().isEmpty())
        return items;
    QStringList expressions = order.split(u',');
    std::ranges::reverse(expressions); // sorted by the most important one last
    for (const QString &expression : expressions) {
        const QStringList words = expression.simplified().split(u' ');
        const bool descends = words.size() == 2 && words[1] == "desc"_L1;
        const bool isRight = words.size() == 1 || descends || (words.size() == 2 && words[1] == "asc"_L1);
        if (!isRight || !isKnown(items, words[0]))
            return refuse(400, u"expected a property, with asc or desc: \"%1\""_s.arg(expression), u"$orderBy"_s);
        std::ranges::stable_sort(items, [&](const QJsonObject &a, const QJsonObject &b) {
            const int sign = compared(propertyOf(a, words[0]), propertyOf(b, words[0])).value_or(0);
            return descends ? sign > 0 : sign < 0;
        });
    }
    return items;
}

} // namespace Sandbox
