#include "workiva/bodywriter.h"

#include <QtTest/QtTest>

using Sheet::CellKind;

class TestBodyWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsValue_data()
    {
        QTest::addColumn<CellKind>("kind");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("keep") << CellKind::Keep << QByteArray() << QByteArray("null");
        QTest::newRow("empty") << CellKind::Empty << QByteArray() << QByteArray(R"("")");
        QTest::newRow("empty text") << CellKind::Text << QByteArray() << QByteArray(R"("")");
        QTest::newRow("text") << CellKind::Text << QByteArray("Cash") << QByteArray(R"("Cash")");
        QTest::newRow("digits stay text") << CellKind::Text << QByteArray("00123") << QByteArray(R"("00123")");
        QTest::newRow("quotes") << CellKind::Text << QByteArray(R"(a "b" \c)") << QByteArray("\"a \\\"b\\\" \\\\c\"");
        QTest::newRow("breaks") << CellKind::Text << QByteArray("a\r\n\tb") << QByteArray(R"("a\r\n\tb")");
        QTest::newRow("control") << CellKind::Text << QByteArray("\x01\x1f\x7f")
                                 << QByteArray("\"\\u0001\\u001F\x7f\"");
        QTest::newRow("NUL") << CellKind::Text << QByteArray("a\0b", 3) << QByteArray(R"("a\u0000b")");
        QTest::newRow("UTF-8") << CellKind::Text << QByteArray("Zürich 東京 😀") << QByteArray("\"Zürich 東京 😀\"");
        QTest::newRow("number") << CellKind::Number << QByteArray("-12345678901234567890.10")
                                << QByteArray("-12345678901234567890.10");
        QTest::newRow("true") << CellKind::Boolean << QByteArray("true") << QByteArray("true");
        QTest::newRow("false") << CellKind::Boolean << QByteArray("false") << QByteArray("false");
        QTest::newRow("unreadable is left alone") << CellKind::Unreadable << QByteArray("a") << QByteArray("null");
        QTest::newRow("formula") << CellKind::Formula << QByteArray(R"(="a"&B1)") << QByteArray("\"=\\\"a\\\"&B1\"");
    }
    void everyKindHasItsValue()
    {
        QFETCH(const CellKind, kind);
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, json);
        Workiva::BodyWriter writer;
        writer.StartArray();
        writer.cell({kind, {text.constData(), size_t(text.size())}});
        writer.EndArray();
        QCOMPARE(writer.size(), json.size() + 2);
        const QByteArray written = writer.take();
        QCOMPARE(written, '[' + json + ']');
        QVERIFY(!QJsonDocument::fromJson(written).isNull());
    }

    void takingResets()
    {
        Workiva::BodyWriter writer;
        for (const char *text : {"a", "b"}) {
            writer.StartArray();
            writer.cell(Sheet::Cell::ofText(text));
            writer.EndArray();
            QCOMPARE(writer.take(), QByteArray("[\"") + text + "\"]");
            QCOMPARE(writer.size(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestBodyWriter)
#include "tst_bodywriter.moc"
