#include "domo/exportdataset.h"

#include "domo/apirequest.h"
#include "net/replyerror.h"

using namespace Qt::StringLiterals;

namespace Domo {

namespace {

// Domo responds with text/csv; the others are alternative names, or what servers send for files of unknown type, or
// nothing at all. Anything else is a page or an error instead of the data.
bool mayBeCsv(const QByteArray &contentType)
{
    static const QByteArrayList types{"",
                                      "text/csv",
                                      "application/csv",
                                      "text/x-csv",
                                      "text/plain",
                                      "text/comma-separated-values",
                                      "application/octet-stream",
                                      "binary/octet-stream"};
    return types.contains(contentType.split(';').constFirst().trimmed().toLower());
}

// The end of the body is indicated by its length or its last chunk (RFC 9112, 6.3); otherwise it ends when the
// connection does, for whatever reason. On an unencrypted connection, which is possible on this computer, chunks are
// not sufficient: Qt 6.4 takes a close that arrives with the last bytes for the end of the chunks.
bool indicatesItsEnd(const Net::ResponseHead &head, const QUrl &url)
{
    const QByteArray coding = head.header("Transfer-Encoding");
    if (!coding.isEmpty())
        return coding.toLower().contains("chunked") && url.scheme() == "https"_L1;
    bool isNumber = false;
    (void)head.header("Content-Length").toLongLong(&isNumber);
    return isNumber;
}

} // namespace

ExportDataSet::ExportDataSet(Net::Service &service, DataSet dataSet, Options options, QObject *parent)
    : Operation(service, dataSet.id, parent), m_dataSet(std::move(dataSet)), m_options(std::move(options))
{
}

Net::Request ExportDataSet::request() const
{
    Net::Request request = get({u"v1"_s, u"datasets"_s, m_dataSet.id, u"data"_s},
                               {{"includeHeader"_L1, u"true"_s}, {"fileName"_L1, u"export.csv"_s}}, "text/csv"_ba);
    request.timeout = std::chrono::minutes(3); // Domo collects a large DataSet before it sends the first byte
    request.tokenRefusals.append(406); // Domo's response to an invalid token when CSV is requested
    request.bounds = Net::streamBounds;
    return request;
}

Core::Error ExportDataSet::failed(Core::Error error) const
{
    if (error.cause.as<Net::NoBody>())
        error.kind = Core::ErrorKind::IncompleteExport; // even an empty DataSet is exported with its column names
    error = Operation::failed(std::move(error));
    if (error.kind == Core::ErrorKind::BadCredentials && error.httpStatus == 406)
        error.cause = ExportRefused{};
    return error;
}

Core::Result<void> ExportDataSet::begin(const Net::ResponseHead &head)
{
    if (head.status != 200)
        return Core::fail(Core::Error{.kind = Core::ErrorKind::BadReply, .httpStatus = head.status});
    const QByteArray contentType = head.header("Content-Type");
    if (!mayBeCsv(contentType)) {
        const QString told = service().redactor().cleaned(QString::fromLatin1(contentType));
        return Core::fail(Core::ErrorKind::BadReply, u"Content-Type"_s, told, NotCsv{told});
    }
    m_isFramed = indicatesItsEnd(head, service().baseUrl());
    m_reader = std::make_unique<ExportReader>(m_dataSet.schema, m_options);
    m_bytes = 0;
    return {};
}

Core::Result<void> ExportDataSet::data(QByteArrayView bytes)
{
    if (auto taken = m_reader->feed(bytes); !taken)
        return taken;
    m_bytes += bytes.size();
    Q_EMIT progressChanged(m_reader->rows(), m_bytes); // last: a listener may cancel or destroy this job
    return {};
}

Core::Result<void> ExportDataSet::end()
{
    m_export = m_reader->finish();
    m_reader.reset();
    if (!m_export)
        return Core::propagate(m_export);
    m_export->isFramed = m_isFramed;
    return {};
}

Core::Result<Export> ExportDataSet::read(const Net::Response &)
{
    return std::move(m_export);
}

} // namespace Domo
