#include "domo/exportdataset.h"

#include "domo/apirequest.h"
#include "net/replyerror.h"

using namespace Qt::StringLiterals;

namespace Domo {

namespace {

// Domo answers with text/csv; the others are other names of it, and what servers call a file that they do not look
// into, or nothing at all. Whatever else is a page or an error in the place of the data.
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

// Where the body ends is told by its length or by its last chunk (RFC 9112, 6.3); otherwise it ends with the
// connection, for whatever reason that ends. A plain connection, as there is within a machine, is not enough for the
// chunks: Qt 6.4 takes a close that comes together with the last bytes for the end of them.
bool tellsItsEnd(const Net::ResponseHead &head, const QUrl &url)
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
    : Operation(service, dataSet.id, parent), m_dataSet(std::move(dataSet)), m_options(options)
{
}

Net::Request ExportDataSet::request() const
{
    Net::Request request = get({u"v1"_s, u"datasets"_s, m_dataSet.id, u"data"_s},
                               {{"includeHeader"_L1, u"true"_s}, {"fileName"_L1, u"export.csv"_s}}, "text/csv"_ba);
    request.timeout = std::chrono::minutes(3); // Domo collects a large DataSet before the first byte comes
    request.tokenRefusals.append(406); // which Domo gives for a token when CSV is asked for
    request.bounds = Net::streamBounds;
    return request;
}

Core::Error ExportDataSet::failed(Core::Error error) const
{
    if (error.cause.as<Net::NoBody>())
        error.kind = Core::ErrorKind::IncompleteExport; // the names of the columns come with no rows, too
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
    m_isFramed = tellsItsEnd(head, service().baseUrl());
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
        return Core::propagate(m_export);
    m_export->isFramed = m_isFramed;
    return {};
}

Core::Result<Export> ExportDataSet::read(const Net::Response &)
{
    return std::move(m_export);
}

} // namespace Domo
