#pragma once

#include <QString>

namespace Domo {

// The causes (Core::Error::cause) of an export that is not taken.

// BadCsv: the position of the damage.
struct CsvPlace
{
    qint64 row = 1; // from 1, counting the header row
    qint64 column = 0; // from 1; 0: the whole row
    qint64 byte = 0; // in the body, from 0

    friend bool operator==(const CsvPlace &, const CsvPlace &) = default;
};

// BadCsv or IncompleteExport: the exported columns do not match the metadata. Nothing is damaged, and a retry gives the
// same until Domo's metadata change.
struct ColumnsChanged
{
    qint64 told = 0; // number of columns in the metadata …
    qint64 came = 0; // … and in the export
    qint64 column = 0; // the first with a different name, from 1; 0: only the numbers differ
    QString toldName{};
    QString cameName{};

    friend bool operator==(const ColumnsChanged &, const ColumnsChanged &) = default;
};

// BadReply: a success with another content type, such as a proxy's page or an error as JSON.
struct NotCsv
{
    QString contentType{};

    friend bool operator==(const NotCsv &, const NotCsv &) = default;
};

// BadCredentials: the export rejects the token (406), and also a new one that Domo issued for the same client.
struct ExportRefused
{
    friend bool operator==(const ExportRefused &, const ExportRefused &) = default;
};

} // namespace Domo
