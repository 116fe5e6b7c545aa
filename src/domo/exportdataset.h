#pragma once

#include "domo/exportreader.h"
#include "domo/operation.h"

namespace Domo {

// GET /v1/datasets/{id}/data: the whole DataSet as CSV, read into a grid while it arrives (see ExportReader for checks
// and errors). A response of another type, such as a page or JSON with status 200, is BadReply with NotCsv as cause.
// Damaged data ends the job at once; after a lost connection the export and its progress start over. A 406 rejects the
// token; if a new one is rejected too, the error is BadCredentials with ExportRefused as cause, or NoAccess or NotFound
// if the response says so.
class ExportDataSet final : public Operation<Export>, private Net::BodySink
{
    Q_OBJECT

public:
    using Options = ExportOptions;

    ExportDataSet(Net::Service &service, DataSet dataSet, Options options, QObject *parent = nullptr);

Q_SIGNALS:
    void progressChanged(qint64 rows, qint64 bytes); // for each piece received: rows of data, bytes of the body

protected:
    [[nodiscard]] Net::Request request() const override;
    [[nodiscard]] Core::Result<Export> read(const Net::Response &response) override;
    [[nodiscard]] Net::BodySink *sink() override { return this; }
    [[nodiscard]] Core::Error failed(Core::Error error) const override;

private:
    Core::Result<void> begin(const Net::ResponseHead &head) override;
    Core::Result<void> data(QByteArrayView bytes) override;
    Core::Result<void> end() override;

    const DataSet m_dataSet;
    const Options m_options;
    std::unique_ptr<ExportReader> m_reader;
    qint64 m_bytes = 0;
    bool m_isFramed = false;
    Core::Result<Export> m_export;
};

} // namespace Domo
