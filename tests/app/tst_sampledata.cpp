#include "app/sampledata.h"

#include <QTest>

class TestSampleData final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sampleNamesEverythingThatARunNeeds()
    {
        App::SampleData data;
        const auto sample = data.start();
        QVERIFY(sample);
        QCOMPARE(sample->account.id, App::SampleData::accountId);
        QVERIFY(sample->account.domoUrl.isValid() && sample->account.workivaUrl.isValid());
        QVERIFY(!sample->domoSecret.isEmpty() && !sample->workivaSecret.isEmpty());
        const Profiles::Profile &profile = sample->profile;
        QCOMPARE(profile.accountId, sample->account.id);
        for (const QString &field : {profile.dataSetId, profile.dataSetName, profile.spreadsheetId,
                                     profile.spreadsheetName, profile.sheetId, profile.sheetPath})
            QVERIFY(!field.isEmpty());
        QVERIFY(profile.id.isEmpty()); // a draft
    }

    void sandboxIsStartedOnce()
    {
        App::SampleData data;
        const auto first = data.start();
        const auto second = data.start();
        QVERIFY(first && second);
        QCOMPARE(second->account, first->account);
    }
};

QTEST_GUILESS_MAIN(TestSampleData)
#include "tst_sampledata.moc"
