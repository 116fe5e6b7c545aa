#pragma once

#include "core/result.h"
#include "domo/exportfaults.h"

#include <QByteArrayView>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Domo {

// A field as it stands between its separators, doubled quotes undone.
struct CsvField
{
    std::string_view text; // valid UTF-8 without NUL
    bool quoted = false;

    // Domo's two spellings of null: nothing at all, and \N. In quotes both are text.
    [[nodiscard]] bool isNull() const { return !quoted && (text.empty() || text == "\\N"); }
};

// Reads CSV (RFC 4180, in UTF-8) that is pushed in pieces of any size and hands over one row after the other; where it
// was cut makes no difference. Lines end with CRLF, LF or CR, the last one need not. A quote that does not open a field
// is data, a byte order mark at the start is skipped, a line of nothing is a row of one null; rows may differ in width.
// Fails with what the handler fails with, or with BadCsv and the place as cause (CsvPlace) and as subject: text after a
// closing quote, a quote left open, NUL, bytes that are no UTF-8, a field or a row beyond the bounds.
class CsvReader final
{
public:
    // The row's texts lie in the piece or in the reader, and end with the call. A failure ends the reading.
    using RowHandler = std::function<Core::Result<void>(std::span<const CsvField> row)>;

    static constexpr size_t maxFieldBytes = size_t(1) << 20; // a hundred times what a sheet takes
    static constexpr size_t maxRowFields = size_t(1) << 17;

    explicit CsvReader(RowHandler handler);
    Q_DISABLE_COPY_MOVE(CsvReader)
    ~CsvReader() = default;

    [[nodiscard]] Core::Result<void> feed(QByteArrayView bytes); // after a failure: the same failure
    [[nodiscard]] Core::Result<void> finish(); // the input ends here

    // Of the row that is handed over or read.
    [[nodiscard]] CsvPlace place() const { return {.row = m_rowNumber, .column = 0, .byte = m_rowByte}; }

    // After finish(): the last line ended, and as the others did; a lone CR after lines that end with CRLF is half an
    // end. Without it nothing tells whether the last value is whole.
    [[nodiscard]] bool endsWhole() const { return m_endsWhole; }

private:
    enum class State : unsigned char {
        Mark, // of the input's start, as far as it has come
        FieldStart,
        Unquoted,
        Quoted,
        Quote, // a quote in a quoted field: it closes it, or is the first of two
        AfterCr, // a line feed here belongs to the end of line
    };

    void open(QByteArrayView bytes);
    void close();
    bool read(); // these give false once the reading has failed
    bool readUnquoted();
    bool readQuoted();
    bool readAfterQuote();
    bool separate();
    bool endField(const char *end);
    bool endRow();
    bool fail(qint64 byte, const QString &why);

    void readMark();
    void beginField();
    void keepRow();
    void keepText(const char *end);
    [[nodiscard]] const char *boundOfText() const;
    [[nodiscard]] bool isTooLong(const char *end) const;
    [[nodiscard]] qint64 byteOf(const char *at) const { return m_byte + (at - m_begin); }

    RowHandler m_handler;
    Core::Result<void> m_failure;
    State m_state = State::Mark;
    qsizetype m_markBytes = 0;

    const char *m_begin = nullptr; // the piece …
    const char *m_end = nullptr;
    const char *m_at = nullptr; // … its next byte …
    qint64 m_byte = 0; // … and its place in the input

    const char *m_text = nullptr; // the open field: what this piece holds of its text …
    const char *m_textEnd = nullptr; // … which ends here, in State::Quote
    qint64 m_fieldByte = 0;
    bool m_quoted = false;
    bool m_ascii = true;

    // A row's texts are views into the piece. Those that began in an earlier piece, or had doubled quotes, and all
    // before them are copied to m_kept, one after the other, and their views are set when the row is complete.
    std::vector<CsvField> m_row;
    std::string m_kept;
    size_t m_keptFields = 0;
    size_t m_keptText = 0; // where the open field's text begins in m_kept

    qint64 m_rowNumber = 1;
    qint64 m_rowByte = 0;
    bool m_hasCrLf = false; // ended a line
    bool m_endsWhole = false;
};

// BadCsv at a place.
[[nodiscard]] Core::Failure badCsv(const CsvPlace &place, const QString &why);

} // namespace Domo
