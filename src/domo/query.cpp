#include "domo/query.h"

#include "domo/apirequest.h"
#include "domo/utf8.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <rapidjson/document.h>

using namespace Qt::StringLiterals;

namespace Domo {

namespace {

using Json = rapidjson::Value;

Core::Failure bad(const QString &path, const char *expected)
{
    return Core::fail(Core::ErrorKind::BadReply, path, u"expected "_s + QLatin1String(expected));
}

QString text(const Json &value)
{
    return fromUtf8({value.GetString(), value.GetStringLength()});
}

const Json *array(const Json &object, const char *key)
{
    const auto member = object.FindMember(key);
    return member != object.MemberEnd() && member->value.IsArray() ? &member->value : nullptr;
}

Core::Result<QList<Column>> readColumns(const Json &root)
{
    const Json *names = array(root, "columns");
    if (!names)
        return bad(u"$.columns"_s, "array");
    QList<Column> columns;
    for (const Json &name : names->GetArray()) {
        if (!name.IsString())
            return bad(u"$.columns[%1]"_s.arg(columns.size()), "string");
        columns.append({.name = text(name)});
    }
    const Json *metadata = array(root, "metadata");
    for (qsizetype i = 0; metadata && i < columns.size() && i < qsizetype(metadata->Size()); ++i) {
        const Json &about = (*metadata)[rapidjson::SizeType(i)];
        if (!about.IsObject())
            continue;
        if (const auto type = about.FindMember("type"); type != about.MemberEnd() && type->value.IsString()) {
            columns[i].typeName = text(type->value);
            columns[i].type = Sheet::columnType(columns[i].typeName);
        }
    }
    return columns;
}

Core::Result<QList<std::optional<QString>>> readRow(const Json &row, qsizetype width, const QString &path)
{
    if (!row.IsArray() || qsizetype(row.Size()) != width)
        return bad(path, "a value for each column");
    QList<std::optional<QString>> values;
    values.reserve(width);
    for (const Json &value : row.GetArray()) {
        if (value.IsString()) // or a number, parsed as text to keep its digits
            values.append(text(value));
        else if (value.IsBool())
            values.append(value.GetBool() ? u"true"_s : u"false"_s);
        else if (value.IsNull())
            values.append(std::nullopt);
        else
            return bad(u"%1[%2]"_s.arg(path).arg(values.size()), "a value");
    }
    return values;
}

} // namespace

Net::Request queryRequest(const Query &query)
{
    const QJsonObject body{{u"sql"_s, query.sql}};
    Net::Request request = post({u"v1"_s, u"datasets"_s, u"query"_s, u"execute"_s, query.dataSetId},
                                QJsonDocument(body).toJson(QJsonDocument::Compact));
    request.timeout = std::chrono::seconds(90); // Domo limits a query to 60 s
    request.bounds = Net::listBounds;
    return request;
}

Core::Result<QueryResult> readQueryResult(const QByteArray &body)
{
    constexpr unsigned flags =
        rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
    rapidjson::Document root;
    root.Parse<flags>(body.constData(), size_t(body.size()));
    if (root.HasParseError() || !root.IsObject())
        return bad(u"$"_s, "object");

    auto columns = readColumns(root);
    if (!columns)
        return Core::fail(std::move(columns.error()));
    QueryResult result{.columns = *std::move(columns), .rows = {}};
    const Json *rows = array(root, "rows");
    if (!rows)
        return bad(u"$.rows"_s, "array");
    result.rows.reserve(qsizetype(rows->Size()));
    for (const Json &row : rows->GetArray()) {
        auto values = readRow(row, result.columns.size(), u"$.rows[%1]"_s.arg(result.rows.size()));
        if (!values)
            return Core::fail(std::move(values.error()));
        result.rows.append(*std::move(values));
    }
    return result;
}

} // namespace Domo
