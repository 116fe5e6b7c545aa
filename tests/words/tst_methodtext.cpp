#include "words/methodtext.h"

#include "core/printable.h"
#include "sheet/updatemethod.h"
#include "words/spoken.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Sheet::KeyFaults;
using Sheet::Side;

namespace {

QString message(const KeyFaults &faults)
{
    return Words::methodWords({.kind = ErrorKind::AmbiguousKey, .cause = faults}).message;
}

} // namespace

class TestMethodText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sideOfTheFaultIsNamed()
    {
        const KeyFaults faults{.emptyRows = 1, .empty = {4}};
        KeyFaults inSheet = faults;
        inSheet.side = Side::Sheet;
        const auto source = Words::methodWords({.kind = ErrorKind::AmbiguousKey, .cause = faults});
        const auto sheet = Words::methodWords({.kind = ErrorKind::AmbiguousKey, .cause = inSheet});
        QVERIFY(source.message != sheet.message);
        QVERIFY(source.next.contains(u"Domo"_s));
        QVERIFY(sheet.next.contains(u"Workiva"_s));
    }

    void eachFaultIsCountedWithExamples()
    {
        const KeyFaults repeated{.repeatedKeys = 1776, .repeated = {{u"4711, East"_s, {4, 9}}}};
        const KeyFaults empty{.emptyRows = 1848, .empty = {2, 3}};
        const KeyFaults unknown{.unknownRows = 1917, .unknown = {6}};
        KeyFaults all = repeated;
        all.emptyRows = empty.emptyRows;
        all.empty = empty.empty;
        all.unknownRows = unknown.unknownRows;
        all.unknown = unknown.unknown;
        for (const KeyFaults &faults : {repeated, all}) {
            QVERIFY(message(faults).contains(Words::number(1776)));
            QVERIFY(message(faults).contains(u"\"4711, East\""_s));
            QVERIFY(message(faults).contains(u"5, 10"_s)); // counted from 1
        }
        for (const KeyFaults &faults : {empty, all}) {
            QVERIFY(message(faults).contains(Words::number(1848)));
            QVERIFY(message(faults).contains(u"3, 4"_s));
        }
        for (const KeyFaults &faults : {unknown, all}) {
            QVERIFY(message(faults).contains(Words::number(1917)));
            QVERIFY(message(faults).contains(u'7'));
        }
        QVERIFY(!message(empty).contains(u'"'));
    }

    void otherColumnIsNamed()
    {
        const QString text = Words::methodWords({.kind = ErrorKind::OtherColumns,
                                                 .cause = Sheet::OtherColumn{2, u"Balance\r\n"_s, u"Amount"_s}})
                                 .message;
        QVERIFY(text.contains(u'3'));
        QVERIFY(text.contains(u"\"Amount\""_s));
        QCOMPARE(Core::printable(text), text);
    }

    void missingRowsAreToldFromRepeatedOnes()
    {
        const auto said = [](const Sheet::RepeatedRows &rows) {
            return Words::methodWords({.kind = ErrorKind::AlreadyAppended, .cause = rows});
        };
        const Words::Sentences all = said({.row = 1775, .rows = 1848});
        const Words::Sentences some = said({.row = 1775, .rows = 1848, .missing = 1917});
        QVERIFY(all.message != some.message);
        QVERIFY(all.next != some.next);
        for (const Words::Sentences &one : {all, some}) {
            QVERIFY(one.message.contains(Words::number(1776)));
            QVERIFY(one.message.contains(Words::number(1848)));
        }
        QVERIFY(some.message.contains(Words::number(1917)));
    }

    void fixedCellIsNamed()
    {
        const QString text =
            Words::methodWords({.kind = ErrorKind::FixedRow, .cause = Sheet::FixedCell{1775, 6}}).message;
        QVERIFY(text.contains(Words::number(1776)));
        QVERIFY(text.contains(u'7'));
    }

    void keyStaysOnItsLine()
    {
        const QString text = message({.repeatedKeys = 1, .repeated = {{u"x\r\ny\u202e"_s, {1, 2}}}});
        QCOMPARE(Core::printable(text), text);
    }

    void everyFaultOfAnUpdateHasItsOwnText()
    {
        using Sheet::UpdateFault;
        QSet<QString> seen;
        for (int reason = 0; reason <= int(UpdateFault::lastReason); ++reason) {
            const auto text = Words::updateWords({UpdateFault::Reason(reason)}, u"Heads"_s);
            QVERIFY(!text.next.isEmpty());
            seen.insert(text.message);
        }
        QCOMPARE(seen.size(), int(UpdateFault::lastReason) + 1);
    }
};

QTEST_GUILESS_MAIN(TestMethodText)
#include "tst_methodtext.moc"
