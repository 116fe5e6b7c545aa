#include "app/sampledata.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace App {

namespace {

QJsonObject named(const QJsonValue &list, QLatin1String name)
{
    for (const QJsonValue &item : list.toArray()) {
        if (item[QLatin1String("name")].toString() == name)
            return item.toObject();
    }
    return {};
}

QString text(const QJsonValue &object, QLatin1String key)
{
    return object[key].toString();
}

} // namespace

const QString SampleData::accountId = QStringLiteral("sample");

Core::Result<SampleData::Sample> SampleData::start()
{
    if (m_standIn)
        return m_sample;
    m_standIn.emplace(Sandbox::Options());
    const auto ready = m_standIn->start();
    if (!ready) {
        m_standIn.reset();
        return tl::unexpected(ready.error());
    }
    const QJsonValue domo = ready->value(QLatin1String("domo"));
    const QJsonValue workiva = ready->value(QLatin1String("workiva"));
    const QJsonObject dataSet = named(ready->value(QLatin1String("datasets")), QLatin1String("Trial Balance"));
    const QJsonObject spreadsheet =
        named(ready->value(QLatin1String("spreadsheets")), QLatin1String("Quarterly Filing"));
    const QJsonObject sheet = named(spreadsheet.value(QLatin1String("sheets")), QLatin1String("Trial Balance"));

    m_sample.account = {.id = accountId,
                        .name = QCoreApplication::translate("SampleData", "Sample data"),
                        .domoClientId = text(domo, QLatin1String("clientId")),
                        .workivaClientId = text(workiva, QLatin1String("clientId")),
                        .region = QStringLiteral("custom"),
                        .domoUrl = QUrl(text(domo, QLatin1String("url"))),
                        .workivaUrl = QUrl(text(workiva, QLatin1String("url"))),
                        .unknown = {}};
    m_sample.domoSecret = text(domo, QLatin1String("clientSecret"));
    m_sample.workivaSecret = text(workiva, QLatin1String("clientSecret"));
    Profiles::Profile &profile = m_sample.profile;
    profile.accountId = m_sample.account.id;
    profile.dataSetId = text(dataSet, QLatin1String("id"));
    profile.dataSetName = text(dataSet, QLatin1String("name"));
    profile.spreadsheetId = text(spreadsheet, QLatin1String("id"));
    profile.spreadsheetName = text(spreadsheet, QLatin1String("name"));
    profile.sheetId = text(sheet, QLatin1String("id"));
    profile.sheetPath = text(sheet, QLatin1String("path"));
    profile.region = Sheet::Region::parse(QStringLiteral("A:J")).value_or(Sheet::Region());
    return m_sample;
}

} // namespace App
