#include "words/querytext.h"

#include "domo/queryfaults.h"
#include "words/errortext.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::ErrorKind;
using Sheet::RowQueryFault;

class TestQueryText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultHasItsOwnText()
    {
        QSet<QString> seen;
        for (int reason = 0; reason <= int(RowQueryFault::lastReason); ++reason) {
            const RowQueryFault fault{RowQueryFault::Reason(reason), 6};
            const auto text = Words::rowQueryWords(fault, u"entity"_s);
            QVERIFY(!text.next.isEmpty());
            QVERIFY(text.message.contains(u"entity"_s));
            QVERIFY2(!text.message.contains(u'%') && !text.next.contains(u'%'), qPrintable(text.message));
            seen.insert(text.message);
            const Core::Error error{.kind = ErrorKind::InvalidInput, .subject = u"entity"_s, .cause = fault};
            QCOMPARE(Words::errorText(error).message, text.message);
        }
        QCOMPARE(seen.size(), int(RowQueryFault::lastReason) + 1);
    }

    void rejectionShowsDomosWordsOnOneLine()
    {
        Core::Error error{.kind = ErrorKind::Rejected,
                          .service = Core::Service::Domo,
                          .cause = Domo::QueryRejected{u"no such\ncolumn \u202e"_s + QString(5'000, u'x')}};
        const QString text = Words::errorText(error).message;
        QVERIFY(text.contains(u"no such"_s) && !text.contains(u'\n') && !text.contains(u'\u202e'));
        QVERIFY(text.size() < 500);
        error.cause = Domo::QueryRejected{};
        QVERIFY(!Words::errorText(error).message.contains(u'%'));
    }

    void slowQueryHasItsOwnText()
    {
        Core::Error error{.kind = ErrorKind::TimedOut, .service = Core::Service::Domo};
        const QString other = Words::errorText(error).message;
        error.cause = Domo::QueryTooSlow{};
        QVERIFY(Words::errorText(error).message != other);
    }
};

QTEST_GUILESS_MAIN(TestQueryText)
#include "tst_querytext.moc"
