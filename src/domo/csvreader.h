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

// A field's content, with doubled quotes unescaped.
struct CsvField
{
    std::string_view text; // valid UTF-8 without NUL
    bool quoted = false;

    // Domo writes null in two ways: nothing, or \N. In quotes, both are text.
    [[nodiscard]] bool isNull() const { return !quoted && (text.empty() || text == "\\N"); }
};

// Reads CSV (RFC 4180, in UTF-8) that is pushed in pieces of any size, and passes on one row at a time; where the
// pieces are cut makes no difference. Lines end with CRLF, LF or CR, the last one optionally. A quote inside an
// unquoted field is data, a byte order mark at the start is skipped, an empty line is a row with one null, and rows may
// differ in length. Fails with the handler's error, or with BadCsv and the position as cause (CsvPlace) and subject:
// text after a closing quote, a missing closing quote, NUL, invalid UTF-8, a field or row beyond the limits.
class CsvReader final
{
public:
    // The row's texts point into the piece or the reader and are valid only during the call. An error ends the reading.
    using RowHandler = std::function<Core::Result<void>(std::span<const CsvField> row)>;

    static constexpr size_t maxFieldBytes = size_t(1) << 20; // a hundred times the limit of a sheet
    static constexpr size_t maxRowFields = size_t(1) << 17;

    explicit CsvReader(RowHandler handler);
    Q_DISABLE_COPY_MOVE(CsvReader)
    ~CsvReader() = default;

    [[nodiscard]] Core::Result<void> feed(QByteArrayView bytes); // after a failure it returns the same failure
    [[nodiscard]] Core::Result<void> finish(); // at the end of the input

    // The start of the row that is passed on or being read.
    [[nodiscard]] CsvPlace place() const { return {.row = m_rowNumber, .column = 0, .byte = m_rowByte}; }

    // After finish(): the last line ended, and like the others; a lone CR after lines that end with CRLF is an
    // incomplete end. Otherwise the last value may be truncated.
    [[nodiscard]] bool endsWhole() const { return m_endsWhole; }

private:
    enum class State : unsigned char {
        Mark, // byte order mark at the start, as far as received
        FieldStart,
        Unquoted,
        Quoted,
        Quote, // a quote in a quoted field: either it ends the field, or it is the first of two
        AfterCr, // a line feed here belongs to the previous line end
    };

    void open(QByteArrayView bytes);
    void close();
    bool read(); // these return false once reading has failed
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
    qint64 m_byte = 0; // … and its offset in the input

    const char *m_text = nullptr; // the current field: the part of its text in this piece …
    const char *m_textEnd = nullptr; // … up to here, in State::Quote
    qint64 m_fieldByte = 0;
    bool m_quoted = false;
    bool m_ascii = true;

    // A row's texts are views into the piece. Texts that started in an earlier piece or had doubled quotes, and all
    // texts before them, are copied to m_kept, and their views are set when the row is complete.
    std::vector<CsvField> m_row;
    std::string m_kept;
    size_t m_keptFields = 0;
    size_t m_keptText = 0; // where the current field's text starts in m_kept

    qint64 m_rowNumber = 1;
    qint64 m_rowByte = 0;
    bool m_hasCrLf = false; // a line ended with CRLF
    bool m_endsWhole = false;
};

// BadCsv at a position.
[[nodiscard]] Core::Failure badCsv(const CsvPlace &place, const QString &why);

} // namespace Domo
