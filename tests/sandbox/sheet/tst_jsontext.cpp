#include "sandbox/sheet/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

class TestJsonText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsReadAgain()
    {
        QByteArray all;
        for (char c = 1; c < 0x7f; ++c)
            all += c;
        for (const QByteArray &text :
             {QByteArray(), QByteArray("plain"), all, QByteArray("日本語 😀 é"), QByteArray("a\0b", 3)}) {
            QByteArray json = "[";
            Sandbox::appendJsonString(json, {text.data(), size_t(text.size())});
            const QJsonDocument document = QJsonDocument::fromJson(json + ']');
            QCOMPARE(document[0].toString().toUtf8(), text);
        }
    }
};

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
