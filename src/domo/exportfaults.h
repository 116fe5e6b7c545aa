#pragma once

#include <QString>

namespace Domo {

// The causes (Core::Error::cause) of an export that is not taken.

// BadCsv: where the bytes are damaged.
struct CsvPlace
{
    qint64 row = 1; // from 1, the names' row included
    qint64 column = 0; // from 1; 0: the row as a whole
    qint64 byte = 0; // of the body, from 0

    friend bool operator==(const CsvPlace &, const CsvPlace &) = default;
};

// BadCsv or IncompleteExport: the columns that came are not those of the metadata. Nothing is damaged, and the same
// comes again as long as Domo's metadata say so.
struct ColumnsChanged
{
    qint64 told = 0; // number of columns in the metadata …
    qint64 came = 0; // … and in the export
    qint64 column = 0; // the first with another name, from 1; 0: the numbers differ
    QString toldName{};
    QString cameName{};

    friend bool operator==(const ColumnsChanged &, const ColumnsChanged &) = default;
};

// BadReply: a success of another content type, such as a proxy's page or an error as JSON.
struct NotCsv
{
    QString contentType{};

    friend bool operator==(const NotCsv &, const NotCsv &) = default;
};

// BadCredentials: the token is refused for the export (406), and so is a new one that Domo gave for the same client.
struct ExportRefused
{
    friend bool operator==(const ExportRefused &, const ExportRefused &) = default;
};

} // namespace Domo
