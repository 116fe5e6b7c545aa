#include "workiva/applytextformatbody.h"

#include <QtTest/QtTest>

class TestApplyTextFormatBody final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sidesAreZeroBasedAndInclusive()
    {
        const auto body = QJsonDocument::fromJson(Workiva::applyTextFormatBody({{2, 1, 10, 1}, {0, 0, 1, 3}}));
        const auto expected = QJsonDocument::fromJson(R"({"applyFormats": {"formats": [{
            "ranges": [{"startRow": 2, "stopRow": 11, "startColumn": 1, "stopColumn": 1},
                       {"startRow": 0, "stopRow": 0, "startColumn": 0, "stopColumn": 2}],
            "valueFormat": {"valueFormatType": "TEXT"}}]}})");
        QVERIFY(!expected.isNull());
        QCOMPARE(body, expected);
    }
};

QTEST_GUILESS_MAIN(TestApplyTextFormatBody)
#include "tst_applytextformatbody.moc"
