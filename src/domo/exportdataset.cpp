#include "domo/exportdataset.h"

#include "domo/apirequest.h"

namespace Domo {

namespace {

// Domo answers with text/csv; the others are what servers call a file that they do not look into.
bool mayBeCsv(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    return type == "text/csv" || type == "application/octet-stream" || type == "text/plain";
}

} // namespace

ExportDataSet::ExportDataSet(Net::Service &service, DataSet dataSet, Options options, QObject *parent)
    : Operation(service, dataSet.id, parent), m_dataSet(std::move(dataSet)), m_options(options)
{
}

Net::Request ExportDataSet::request() const
{
    Net::Request request = get({QStringLiteral("v1"), QStringLiteral("datasets"), m_dataSet.id, QStringLiteral("data")},
                               {{QLatin1String("includeHeader"), QStringLiteral("true")},
                                {QLatin1String("fileName"), QStringLiteral("export.csv")}},
                               QByteArrayLiteral("text/csv"));
    request.timeout = std::chrono::minutes(3); // Domo collects a large DataSet before the first byte comes
    return request;
}

Core::Result<void> ExportDataSet::begin(const Net::ResponseHead &head)
{
    if (head.status != 200)
        return tl::unexpected(Core::Error{.kind = Core::ErrorKind::BadReply, .httpStatus = head.status});
    const QByteArray contentType = head.header("Content-Type");
    if (!mayBeCsv(contentType))
        return Core::fail(Core::ErrorKind::BadReply, QStringLiteral("Content-Type"), QString::fromLatin1(contentType));
    m_reader = std::make_unique<ExportReader>(m_dataSet.schema, m_options);
    m_bytes = 0;
    return {};
}

Core::Result<void> ExportDataSet::data(QByteArrayView bytes)
{
    if (auto taken = m_reader->feed(bytes); !taken)
        return taken;
    m_bytes += bytes.size();
    Q_EMIT progressChanged(m_reader->rows(), m_bytes); // last: a listener may cancel, or destroy this
    return {};
}

Core::Result<void> ExportDataSet::end()
{
    m_export = m_reader->finish();
    m_reader.reset();
    if (!m_export)
        return tl::unexpected(m_export.error());
    return {};
}

Core::Result<Export> ExportDataSet::readReply(const Net::Response &)
{
    return std::move(m_export);
}

} // namespace Domo
