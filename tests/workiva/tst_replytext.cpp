#include "workiva/replytext.h"

#include <QtTest/QtTest>

using Sheet::CellKind;
using Workiva::ReplyText;

namespace {

// JSON with ~ for each backslash.
QByteArray escaped(const char *json)
{
    return QByteArray(json).replace('~', '\\');
}

} // namespace

class TestReplyText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeTextsAreLeftAsTheyAre_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << escaped("[\"a\",\"~n\",\"~u00fc\"]");
        QTest::newRow("a pair") << escaped("[\"~ud83d~ude00~ud83d~ude01\"]");
        QTest::newRow("an escaped backslash") << escaped("[\"~~ud83d\",\"~~~~ude00\"]");
        QTest::newRow("cut short") << escaped("[\"~ud8");
        QTest::newRow("a backslash at the end") << escaped("[\"~");
        QTest::newRow("no digits") << escaped("[\"~ud8zz\"]");
        QTest::newRow("nothing") << QByteArray();
    }
    void wholeTextsAreLeftAsTheyAre()
    {
        QFETCH(const QByteArray, body);
        ReplyText reply(body);
        QCOMPARE(QByteArray(reply.data(), body.size()), body);
    }

    void halvesOfPairsAreNoUtf8Afterwards_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("first") << escaped("[\"~ud83d\"]");
        QTest::newRow("second") << escaped("[\"~ude00\"]");
        QTest::newRow("twice the first") << escaped("[\"~ud83d~ud83d~ude00\"]");
        QTest::newRow("at the end") << escaped("[\"~ud83d");
        QTest::newRow("behind a backslash") << escaped("[\"~~~ud83d\"]");
    }
    void halvesOfPairsAreNoUtf8Afterwards()
    {
        QFETCH(const QByteArray, body);
        ReplyText reply(body);
        const QByteArray after(reply.data(), body.size());
        QCOMPARE(after.count('\xff'), 6);
        QCOMPARE(after.size(), body.size());
    }

    void cellThatIsNoTextIsUnreadableAndOutlivesAMove()
    {
        ReplyText reply(QByteArray("caf\xff ok", 7));
        const auto broken = reply.cell({reply.data(), 4});
        const auto whole = reply.cell({reply.data() + 4, 3});
        QCOMPARE(broken.kind, CellKind::Unreadable);
        QCOMPARE(whole.kind, CellKind::Text);
        const ReplyText moved = std::move(reply);
        QCOMPARE(broken.text, "caf\ufffd");
        QCOMPARE(whole.text, " ok");
    }
};

QTEST_GUILESS_MAIN(TestReplyText)
#include "tst_replytext.moc"
