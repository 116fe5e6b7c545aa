#include "app/sampledata.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace App {

namespace {

QJsonObject named(const QJsonValue &list, QLatin1String name)
{
    for (const QJsonValue &item : list.toArray()) {
        if (item["name"_L1].toString() == name)
            return item.toObject();
    }
    return {};
}

QString text(const QJsonValue &object, QLatin1String key)
{
    return object[key].toString();
}

} // namespace

const QString SampleData::accountId = u"sample"_s;

Core::Result<SampleData::Sample> SampleData::start()
{
    if (m_standIn)
        return m_sample;
    m_standIn.emplace(Sandbox::Options());
    const auto ready = m_standIn->start();
    if (!ready) {
        m_standIn.reset();
        return Core::propagate(ready);
    }
    const QJsonValue domo = ready->value("domo"_L1);
    const QJsonValue workiva = ready->value("workiva"_L1);
    const QJsonObject dataSet = named(ready->value("datasets"_L1), "Month-End Balances"_L1);
    const QJsonObject spreadsheet = named(ready->value("spreadsheets"_L1), "Quarterly Filing"_L1);
    const QJsonObject sheet = named(spreadsheet.value("sheets"_L1), "Month-End Balances"_L1);

    m_sample.account = {.id = accountId,
                        .name = QCoreApplication::translate("SampleData", "Sample data"),
                        .domoClientId = text(domo, "clientId"_L1),
                        .workivaClientId = text(workiva, "clientId"_L1),
                        .baseUrlRegion = u"custom"_s,
                        .domoUrl = QUrl(text(domo, "url"_L1)),
                        .workivaUrl = QUrl(text(workiva, "url"_L1)),
                        .unknown = {}};
    m_sample.domoSecret = text(domo, "clientSecret"_L1);
    m_sample.workivaSecret = text(workiva, "clientSecret"_L1);
    Profiles::Profile &profile = m_sample.profile;
    profile.accountId = m_sample.account.id;
    profile.dataSetId = text(dataSet, "id"_L1);
    profile.dataSetName = text(dataSet, "name"_L1);
    profile.spreadsheetId = text(spreadsheet, "id"_L1);
    profile.spreadsheetName = text(spreadsheet, "name"_L1);
    profile.sheetId = text(sheet, "id"_L1);
    profile.sheetPath = text(sheet, "path"_L1);
    profile.region = Sheet::Region::parse(u"A:H"_s).value_or(Sheet::Region());
    return m_sample;
}

} // namespace App
