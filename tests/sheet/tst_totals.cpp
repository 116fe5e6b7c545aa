#include "sheet/totals.h"
#include "support/testgrid.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

using namespace Sheet;
using namespace Support;

namespace {

// The independent method: digits of a number × 10^60 as text, added and subtracted by hand from the right.
constexpr int places = 60;
constexpr size_t length = 140;

struct Signed
{
    bool negative = false;
    std::string digits = std::string(length, '0');
};

Signed signedOf(std::string_view number)
{
    Signed made{number.starts_with('-')};
    std::string digits;
    int zeros = places;
    bool isFraction = false;
    for (size_t i = 0; i < number.size(); ++i) {
        const char c = number[i];
        if (c == 'e') {
            zeros += std::stoi(std::string(number.substr(i + 1)));
            break;
        }
        isFraction = isFraction || c == '.';
        if (c >= '0' && c <= '9') {
            digits += c;
            zeros -= isFraction;
        }
    }
    digits.append(size_t(zeros), '0');
    made.digits = std::string(length - digits.size(), '0') + digits;
    return made;
}

std::string sumOf(const std::string &a, const std::string &b)
{
    std::string sum = a;
    int carried = 0;
    for (size_t i = length; i-- > 0;) {
        const int digit = (a[i] - '0') + (b[i] - '0') + carried;
        sum[i] = char('0' + digit % 10);
        carried = digit / 10;
    }
    return sum;
}

std::string restOf(const std::string &larger, const std::string &smaller)
{
    std::string rest = larger;
    int borrowed = 0;
    for (size_t i = length; i-- > 0;) {
        const int digit = (larger[i] - '0') - (smaller[i] - '0') - borrowed;
        borrowed = digit < 0;
        rest[i] = char('0' + digit + 10 * borrowed);
    }
    return rest;
}

Signed added(const Signed &a, const Signed &b)
{
    if (a.negative == b.negative)
        return {a.negative, sumOf(a.digits, b.digits)};
    return a.digits >= b.digits ? Signed{a.negative, restOf(a.digits, b.digits)}
                                : Signed{b.negative, restOf(b.digits, a.digits)};
}

std::string textOf(const Signed &number)
{
    std::string whole = number.digits.substr(0, length - places);
    std::string fraction = number.digits.substr(length - places);
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
    fraction.erase(fraction.find_last_not_of('0') + 1);
    const std::string text = fraction.empty() ? whole : whole + "." + fraction;
    return number.negative && text != "0" ? "-" + text : text;
}

std::string digitsOf(QRandomGenerator &random, int most)
{
    std::string text;
    for (int left = random.bounded(most + 1); left > 0; --left)
        text += char('0' + random.bounded(10));
    return text;
}

// Some with more digits than 64 bits hold, some with exponents.
std::string anyNumber(QRandomGenerator &random)
{
    std::string number = random.bounded(2) ? "-" : "";
    number += random.bounded(4) ? std::to_string(1 + random.bounded(9)) + digitsOf(random, 24) : "0";
    if (random.bounded(2))
        number += "." + digitsOf(random, 20) + "5";
    if (random.bounded(4) == 0)
        number += "e" + std::to_string(random.bounded(41) - 20);
    return number;
}

ColumnTotal totalOf(const std::vector<std::string> &numbers)
{
    Totals totals(1);
    for (const std::string &digits : numbers)
        totals.add(0, number(digits));
    return totals.columns()[0];
}

} // namespace

class TestTotals final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sumIsExactAndPlain_data()
    {
        QTest::addColumn<QString>("numbers");
        QTest::addColumn<QString>("sum");
        const auto row = [](const char *name, const char *numbers, const char *sum) {
            QTest::newRow(name) << QString::fromLatin1(numbers) << QString::fromLatin1(sum);
        };
        row("none", "", "0");
        row("not exact as doubles", "0.1 0.2", "0.3");
        row("cents", "1234.50 -0.25 99", "1333.25");
        row("zeros after the point are dropped", "1.500 1.50", "3");
        row("zeros before the point are kept", "600 600", "1200");
        row("cancel each other out", "7.25 -7.25", "0");
        row("negative zero", "-0 -0.00", "0");
        row("below one", "-0.03 -0.02", "-0.05");
        row("as many digits as fit", "999999999999999999 1", "1000000000000000000");
        row("more digits than fit", "9999999999999999999 0.1", "9999999999999999999.1");
        row("more places than fit", "0.0000000000000000001 1", "1.0000000000000000001");
        row("exponents", "1e3 2.5E-3 1e+2", "1100.0025");
        row("large and small", "1e20 1e-20", "100000000000000000000.00000000000000000001");
        row("zero with any exponent", "0e999999999999 1", "1");
    }
    void sumIsExactAndPlain()
    {
        QFETCH(QString, numbers);
        QFETCH(QString, sum);
        std::vector<std::string> texts;
        for (const QString &one : numbers.split(u' ', Qt::SkipEmptyParts))
            texts.push_back(one.toStdString());
        const ColumnTotal found = totalOf(texts);
        QCOMPARE(QString::fromStdString(found.sum.value_or("unknown")), sum);
        QCOMPARE(found.numbers, qint64(texts.size()));
    }

    void otherCellsAreCountedAndNotAdded()
    {
        Totals totals(2);
        for (const Cell &cell : {number("1"), Cell::ofBoolean(true), Cell{CellKind::Formula, "=1+1"}, blank, text("2"),
                                 Cell{CellKind::Unreadable, "2"}, number("2.5"), text(""), keep})
            totals.add(0, cell);
        const std::vector<ColumnTotal> found = totals.columns();
        QCOMPARE(found.size(), size_t(2));
        QCOMPARE(found[0], (ColumnTotal{"3.5", 2, 4}));
        QCOMPARE(found[1], ColumnTotal());
    }

    void numberWithTooManyPlacesMakesSumUnknown_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("largest double") << u"1.7976931348623157e308"_s << true;
        QTest::newRow("smallest double") << u"4.9406564584124654e-324"_s << true;
        QTest::newRow("as many places before the point") << u"1e999"_s << true;
        QTest::newRow("one more before it") << u"1e1000"_s << false;
        QTest::newRow("as many places after the point") << u"1e-1000"_s << true;
        QTest::newRow("one more after it") << u"1.5e-1000"_s << false;
        QTest::newRow("zeros count as no places") << u"1"_s + QString(2'000, u'0') + u"e-2000"_s << true;
        QTest::newRow("digits count") << QString(1'001, u'7') << false;
        QTest::newRow("exponent beyond 32 bits") << u"1e9999999999"_s << false;
        QTest::newRow("exponent beyond 64 bits") << u"1e-99999999999999999999"_s << false;
    }
    void numberWithTooManyPlacesMakesSumUnknown()
    {
        QFETCH(QString, number);
        QFETCH(bool, isKnown);
        const std::string digits = number.toStdString();
        const ColumnTotal found = totalOf({"1", digits, "-1"});
        QCOMPARE(found.sum.has_value(), isKnown);
        QCOMPARE(found.numbers, 3);
        QCOMPARE(difference(digits, "0").has_value(), isKnown);
        QCOMPARE(difference("0", digits), found.sum);
    }

    void magnitudesAreComparedExactly_data()
    {
        QTest::addColumn<QByteArray>("smaller");
        QTest::addColumn<QByteArray>("greater");
        QTest::newRow("places before the point") << "9.9"_ba
                                                 << "10"_ba;
        QTest::newRow("signs do not matter") << "-2"_ba
                                             << "3"_ba;
        QTest::newRow("negative ones") << "1.5"_ba
                                       << "-1.51"_ba;
        QTest::newRow("places after the point") << "0.09"_ba
                                                << "0.1"_ba;
        QTest::newRow("nothing after the point") << "7"_ba
                                                 << "7.000000000000000000000000000001"_ba;
        QTest::newRow("zero") << "0"_ba
                              << "-0.05"_ba;
        QTest::newRow("thirty digits") << "100000000000000000000000000001"_ba
                                       << "100000000000000000000000000002"_ba;
    }
    void magnitudesAreComparedExactly()
    {
        QFETCH(QByteArray, smaller);
        QFETCH(QByteArray, greater);
        QVERIFY(compareMagnitudes(smaller.toStdString(), greater.toStdString()) < 0);
        QVERIFY(compareMagnitudes(greater.toStdString(), smaller.toStdString()) > 0);
        QVERIFY(compareMagnitudes(smaller.toStdString(), smaller.toStdString()) == 0);
    }

    void differenceIsExact_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *from, const char *to, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to)
                                << QString::fromLatin1(expected);
        };
        row("up", "1.10", "1.2", "0.1");
        row("down", "1200", "200", "-1000");
        row("none", "1.50", "15e-1", "0");
        row("from negative", "-3", "4", "7");
        row("not exact as doubles", "9007199254740993", "9007199254740992.5", "-0.5");
    }
    void differenceIsExact()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, expected);
        const auto found = difference(from.toStdString(), to.toStdString());
        QCOMPARE(QString::fromStdString(found.value_or("unknown")), expected);
    }

    void differenceIsMeasuredExactly_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("hundredths");
        QTest::addColumn<bool>("isMore");
        const auto row = [](const char *name, const char *from, const char *to, int hundredths, bool isMore) {
            QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to) << hundredths << isMore;
        };
        row("just as much", "1000", "1050", 500, false);
        row("a little more", "1000", "1050.000000000000000001", 500, true);
        row("down", "1000", "949.99", 500, true);
        row("negative", "-1000", "-1051", 500, true);
        row("its sign", "10", "-10", 19'999, true);
        row("its sign, just as much", "10", "-10", 20'000, false);
        row("from nothing", "0", "0.01", 5'000, true);
        row("nothing", "0", "0.00", 0, false);
        row("to nothing", "5", "0", 9'999, true);
        row("anything", "5", "5.01", 0, true);
    }
    void differenceIsMeasuredExactly()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, hundredths);
        QFETCH(bool, isMore);
        QCOMPARE(differsByMore(from.toStdString(), to.toStdString(), hundredths), isMore);
        QVERIFY(!differsByMore("1e5000", to.toStdString(), hundredths));
    }

    void anyNumbersAreAddedAsByHand()
    {
        QRandomGenerator random(20261127);
        for (int round = 0; round < 500; ++round) {
            std::vector<std::string> numbers(size_t(1 + random.bounded(20)));
            std::ranges::generate(numbers, [&random] { return anyNumber(random); });
            const Signed sum =
                std::accumulate(numbers.begin(), numbers.end(), Signed(),
                                [](const Signed &a, const std::string &b) { return added(a, signedOf(b)); });
            QCOMPARE(totalOf(numbers).sum.value_or("unknown"), textOf(sum));

            Signed from = signedOf(numbers.front());
            from.negative = !from.negative;
            QCOMPARE(difference(numbers.front(), numbers.back()).value_or("unknown"),
                     textOf(added(signedOf(numbers.back()), from)));
        }
    }
};

QTEST_GUILESS_MAIN(TestTotals)
#include "tst_totals.moc"
