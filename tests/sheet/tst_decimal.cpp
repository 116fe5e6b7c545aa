#include "sheet/decimal.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

#include <array>

using namespace Qt::StringLiterals;

using namespace Sheet;

namespace {

constexpr int decimals = 200; // of the independent method; more than any number in the property tests has

// The number × 10^decimals as a whole number, by text manipulation: two numbers are equal if these texts are.
std::string scaled(std::string_view number)
{
    std::string digits;
    int zeros = decimals;
    bool fraction = false;
    for (size_t i = 0; i < number.size(); ++i) {
        const char c = number[i];
        if (c == '.') {
            fraction = true;
        } else if (c == 'e' || c == 'E') {
            zeros += std::stoi(std::string(number.substr(i + 1)));
            break;
        } else if (c != '-') {
            digits += c;
            zeros -= fraction;
        }
    }
    digits.append(size_t(zeros), '0');
    digits.erase(0, digits.find_first_not_of('0'));
    return number.starts_with('-') && !digits.empty() ? "-" + digits : digits;
}

std::string digits(QRandomGenerator &random, int most, std::string_view from)
{
    std::string text;
    for (int left = random.bounded(most + 1); left > 0; --left)
        text += from[size_t(random.bounded(int(from.size())))];
    return text;
}

// Few digits and many zeros, so that equal values are frequent.
std::string anyNumber(QRandomGenerator &random)
{
    std::string number = random.bounded(2) ? "-" : "";
    number += random.bounded(3) ? "1" + digits(random, 4, "001") : "0";
    if (random.bounded(2))
        number += "." + digits(random, 4, "001") + "0";
    if (random.bounded(2)) {
        number += random.bounded(2) ? "e" : "E";
        number += std::array{"", "+", "-"}[size_t(random.bounded(3))];
        number += random.bounded(2) ? "0" : "";
        number += std::to_string(random.bounded(6));
    }
    return number;
}

// The same value in another notation: with the decimal point moved, and the exponent adjusted.
std::string respelled(QRandomGenerator &random, const std::string &number)
{
    std::string text = number;
    std::string exponent = "0";
    if (const size_t e = text.find_first_of("eE"); e != std::string::npos) {
        exponent = text.substr(e + 1);
        text.resize(e);
    }
    if (text.find('.') == std::string::npos)
        text += ".0";
    int shift = std::stoi(exponent);
    for (int moves = random.bounded(5); moves > 0; --moves) {
        const size_t point = text.find('.');
        if (point + 2 >= text.size())
            text += "0";
        std::swap(text[point], text[point + 1]);
        --shift;
    }
    const size_t first = text.starts_with('-') ? 1 : 0;
    while (text[first] == '0' && text[first + 1] != '.')
        text.erase(first, 1);
    return text + std::string(size_t(random.bounded(3)), '0') + "e" + std::to_string(shift);
}

// The number × 10^decimals, rounded to so many places by hand: what follows them is cut off, and one added to the last
// of them if that begins with 5 or more.
std::string roundedByHand(std::string_view number, int places)
{
    std::string digits = scaled(number);
    const bool negative = digits.starts_with('-');
    digits.erase(0, negative);
    const size_t cut = size_t(decimals - places);
    digits.insert(0, decimals + 2 > digits.size() ? decimals + 2 - digits.size() : 0, '0');
    size_t at = digits.size() - cut;
    bool carries = digits[at] >= '5';
    std::fill(digits.begin() + std::ptrdiff_t(at), digits.end(), '0');
    while (carries) {
        if (at == 0)
            digits.insert(at++, 1, '0');
        const char digit = digits[--at];
        carries = digit == '9';
        digits[at] = carries ? '0' : char(digit + 1);
    }
    digits.erase(0, digits.find_first_not_of('0'));
    return negative && !digits.empty() ? "-" + digits : digits;
}

} // namespace

class TestDecimal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundingKeepsTheForm_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<int>("digits");
        QTest::addColumn<QByteArray>("rounded");
        const auto row = [](const char *number, int digits, const char *rounded) {
            QTest::addRow("%s to %d", number, digits) << QByteArray(number) << digits << QByteArray(rounded);
        };
        row("1234.5678", 6, "1234.57");
        row("1234.5678", 4, "1235");
        row("1234.5678", 2, "1200");
        row("1234.4", 4, "1234");
        row("199999", 1, "200000");
        row("999.96", 4, "1000.0");
        row("9.99", 1, "10");
        row("0.00999", 1, "0.010");
        row("-0.00125", 2, "-0.0013");
        row("1.5", 2, "1.5");
        row("100", 1, "100");
        row("0", 1, "0");
        row("1.25e10", 2, "1.3e10");
        row("9.95E-3", 2, "10.0E-3");
    }
    void roundingKeepsTheForm()
    {
        QFETCH(const QByteArray, number);
        QFETCH(const int, digits);
        const std::string got = rounded({number.constData(), size_t(number.size())}, digits);
        QTEST(QByteArray::fromStdString(got), "rounded");
        QVERIFY(isJsonNumber(got));
    }

    // Compared with the library's own rounding of the exact value of a double.
    void roundedNumbersAreTheNearest()
    {
        QRandomGenerator random(20261126);
        for (int i = 0; i < 2'000; ++i) {
            const QByteArray number = QByteArray::number(qint64(random.generate64() >> 20)) + '.'
                + QByteArray::number(random.bounded(1, 999'999));
            for (int digits = 1; digits <= 15; ++digits) { // one fewer than a double could distinguish
                const std::string got = rounded(number.toStdString(), digits);
                QVERIFY2(significantDigits(got) <= digits, got.c_str());
                const double off = std::abs(QByteArray::fromStdString(got).toDouble() - number.toDouble());
                const double unit = std::pow(10.0, std::floor(std::log10(number.toDouble())) - digits + 1);
                QVERIFY2(off <= 0.5 * unit + number.toDouble() * 1e-15, (number + " to " + got.c_str()).constData());
            }
        }
    }

    void onlyJsonNumbersAreNumbers_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("is");
        for (const char *number : {"0", "-0", "7", "10", "-12.50", "0.000", "1e5", "1E+05", "1.5e-300", "0e0", "1e400"})
            QTest::newRow(number) << QByteArray(number) << true;
        for (const char *other :
             {"",      "-",   "+1", "01", "-01",  ".5",  "5.",       "1.e5",  "1e",  "1e+", "e5",
              "1.2.3", "1,5", " 1", "1 ", "0x10", "NaN", "Infinity", "1e5.5", "--1", "1-",  "\xd9\xa1"})
            QTest::newRow(qPrintable(u"not '%1'"_s.arg(QString::fromUtf8(other)))) << QByteArray(other) << false;
    }
    void onlyJsonNumbersAreNumbers()
    {
        QFETCH(const QByteArray, text);
        QTEST(isJsonNumber({text.data(), size_t(text.size())}), "is");
    }

    void csvNumbersAreRespelled_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("number");
        const auto row = [](const char *text, const char *number) {
            QTest::newRow(qPrintable(u"'%1'"_s.arg(QString::fromUtf8(text)))) << QByteArray(text) << QByteArray(number);
        };
        row("+007.50", "7.50");
        row("-007.50", "-7.50");
        row(".5", "0.5");
        row("-.5", "-0.5");
        row("+.5e3", "0.5e3");
        row("5.", "5");
        row("5.e3", "5e3");
        row("1e5", "1e5");
        row("00", "0");
        row("-00.0", "-0.0");
        row("0e5", "0e5");
        row(" 12 ", "12");
        row("  -1.0  ", "-1.0");
        for (const char *none : {"",         " ",   "+",     "-",     ".",    "-.",   "e5",    ".e5", "1 2",  "--1",
                                 "+-1",      "-+1", "++1",   "0-5",   "00-5", "-0-5", "01-02", "- 1", "0x10", "NaN",
                                 "Infinity", "inf", "1,000", "1.2.3", "1e",   "1e5.", "$5",    "5%",  "(5)",  "1_000"})
            row(none, "");
    }
    void csvNumbersAreRespelled()
    {
        QFETCH(const QByteArray, text);
        QTEST(QByteArray::fromStdString(toJsonNumber({text.data(), size_t(text.size())})), "number");
    }

    void numbersAreEqualByValue_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<bool>("same");
        const auto row = [](const QByteArray &a, const QByteArray &b, bool same) {
            QTest::newRow((a + " and " + b).constData()) << a << b << same;
        };
        row("1.50", "1.5", true);
        row("1.5", "15e-1", true);
        row("10", "1e1", true);
        row("100", "1E+02", true);
        row("0.001", "1e-3", true);
        row("-0", "0", true);
        row("0.000", "0e99999999999999999999", true);
        row("-0.0e5", "0", true);
        row("1", "-1", false);
        row("1", "10", false);
        row("1", "0", false);
        row("1e400", "1e401", false);
        row("1e400", "10e399", true);
        row("101", "11", false);
        row("1.01", "1.1", false);
        row("123", "1234", false);
        row("0.1", "0.10000000000000001", false);
        row("1e1000000000000", "10e999999999999", true);
        row("1e1000000000001", "1e1000000000002", false);
        row("1e99999999999999999999", "1e99999999999999999998", false);
        row("1e99999999999999999999", "1e99999999999999999999", true);
        row("1e-99999999999999999999", "1e99999999999999999999", false);
        const QByteArray hundred = QByteArray("1234567890").repeated(10);
        row(hundred, hundred + ".000", true);
        row(hundred, "0." + hundred + "e100", true);
        row(hundred, hundred.left(99) + "1", false);
        row(hundred, hundred + ".0001", false);
    }
    void numbersAreEqualByValue()
    {
        QFETCH(const QByteArray, a);
        QFETCH(const QByteArray, b);
        const std::string x = a.toStdString();
        const std::string y = b.toStdString();
        QVERIFY(isJsonNumber(x) && isJsonNumber(y));
        QTEST(sameNumber(x, y), "same");
        QTEST(sameNumber(y, x), "same");
        QTEST(numberHash(x) == numberHash(y), "same");
    }

    void equalityAgreesWithAnIndependentMethod()
    {
        QRandomGenerator random(20260131);
        int equal = 0;
        for (int i = 0; i < 20'000; ++i) {
            const std::string a = anyNumber(random);
            const std::string b = anyNumber(random);
            QVERIFY2(isJsonNumber(a) && isJsonNumber(b), qPrintable(QString::fromStdString(a + " " + b)));
            const bool same = scaled(a) == scaled(b);
            equal += same;
            QVERIFY2(sameNumber(a, b) == same, qPrintable(QString::fromStdString(a + " " + b)));
        }
        QVERIFY(equal > 500);
    }

    void everySpellingIsEqual()
    {
        QRandomGenerator random(20260228);
        for (int i = 0; i < 20'000; ++i) {
            const std::string number = anyNumber(random);
            const std::string other = respelled(random, number);
            const QString both = QString::fromStdString(number + " " + other);
            QVERIFY2(isJsonNumber(other) && scaled(number) == scaled(other), qPrintable(both));
            QVERIFY2(sameNumber(number, other), qPrintable(both));
            QVERIFY2(numberHash(number) == numberHash(other), qPrintable(both));
            QVERIFY2(significantDigits(number) == significantDigits(other), qPrintable(both));
        }
    }

    void roundingToPlacesGoesAwayFromZero_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<int>("places");
        QTest::addColumn<QByteArray>("rounded");
        const auto row = [](const char *number, int places, const char *rounded) {
            QTest::addRow("%s to %d", number, places) << QByteArray(number) << places << QByteArray(rounded);
        };
        row("2.345", 2, "2.35");
        row("-2.345", 2, "-2.35");
        row("1.005", 2, "1.01"); // the nearest double is below
        row("2.675", 2, "2.68");
        row("0.5", 0, "1");
        row("-0.5", 0, "-1");
        row("0.49999999999999999999", 0, "0");
        row("-0.4", 0, "0");
        row("9.99", 1, "10.0");
        row("0.0005", 3, "0.001");
        row("0.00049", 3, "0.000");
        row("-0.00049", 3, "0.000");
        row("12345678901234567890.125", 2, "12345678901234567890.13");
        row("1.50", 2, "1.50");
        row("7", 2, "7");
        row("1.2345e1", 2, "12.35");
        row("15e-1", 0, "2");
        row("15e300", 0, "15e300");
        row("1e-999999999999999999999", 1, "0.0");
        row("1e999999999999999999999", 1, "1e999999999999999999999");
        row("0.000", 2, "0.000");
    }
    void roundingToPlacesGoesAwayFromZero()
    {
        QFETCH(const QByteArray, number);
        QFETCH(const int, places);
        QTEST(QByteArray::fromStdString(roundedToPlaces(number.toStdString(), places)), "rounded");
    }

    void roundingToPlacesIsExact()
    {
        QRandomGenerator random(20261127);
        for (int i = 0; i < 20'000; ++i) {
            std::string number = random.bounded(2) ? "-" : "";
            number += random.bounded(3) ? "9" + digits(random, 4, "0459") : "0";
            number += "." + digits(random, 6, "0459") + "5";
            if (random.bounded(3) == 0)
                number += "e" + std::to_string(random.bounded(9) - 4);
            const int places = random.bounded(6);
            const std::string got = roundedToPlaces(number, places);
            const QByteArray told = QByteArray::fromStdString(number + " -> " + got) + ' ' + QByteArray::number(places);
            QVERIFY2(isJsonNumber(got), told.constData());
            QVERIFY2(scaled(got) == roundedByHand(number, places), told.constData());
        }
    }

    void significantDigitsAreCounted_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<int>("count");
        QTest::newRow("zero") << QByteArray("0") << 1;
        QTest::newRow("zeros") << QByteArray("-0.000e7") << 1;
        QTest::newRow("100") << QByteArray("100") << 1;
        QTest::newRow("1.50") << QByteArray("1.50") << 2;
        QTest::newRow("1.05") << QByteArray("-1.05") << 3;
        QTest::newRow("0.0012") << QByteArray("0.0012") << 2;
        QTest::newRow("exponent") << QByteArray("15e300") << 2;
        QTest::newRow("inner point") << QByteArray("10.01") << 4;
        QTest::newRow("exact") << QByteArray("999999999999999.00") << exactDigits;
        QTest::newRow("too many") << QByteArray("1234567890.123456") << exactDigits + 1;
    }
    void significantDigitsAreCounted()
    {
        QFETCH(const QByteArray, number);
        QTEST(significantDigits({number.data(), size_t(number.size())}), "count");
    }

    void fewDigitsSurviveInASheet()
    {
        QRandomGenerator random(20260331);
        for (int i = 0; i < 5'000; ++i) {
            std::string number = std::to_string(1 + random.bounded(9));
            number +=
                "." + digits(random, exactDigits - 1, "0123456789") + "0e" + std::to_string(random.bounded(200) - 100);
            QVERIFY(significantDigits(number) <= exactDigits);
            QVERIFY2(survivesInSheet(number), number.c_str());
        }
    }

    void whatADoublePrintsSurvivesInASheet()
    {
        QRandomGenerator random(20260401);
        for (int i = 0; i < 5'000; ++i) {
            const double value = (random.generateDouble() - 0.5) * std::pow(10, random.bounded(40) - 20);
            const QByteArray number = QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
            QVERIFY2(survivesInSheet(number.toStdString()), number.constData());
        }
    }

    void whatADoubleCannotHoldDoesNotSurviveInASheet_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::newRow("20 digits") << QByteArray("12345678901234567890");
        QTest::newRow("17 digits that no double prints") << QByteArray("0.12345678901234567");
        QTest::newRow("beyond the largest") << QByteArray("1e400");
        QTest::newRow("beyond the smallest") << QByteArray("1e-400");
    }
    void whatADoubleCannotHoldDoesNotSurviveInASheet()
    {
        QFETCH(const QByteArray, number);
        QVERIFY(!survivesInSheet({number.data(), size_t(number.size())}));
    }
};

QTEST_GUILESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
