#include "fuzz/fuzz.h"

#include "domo/csvreader.h"

using Domo::CsvField;
using Domo::CsvReader;

namespace {

struct Reading
{
    std::vector<std::vector<std::pair<std::string, bool>>> rows;
    std::optional<Core::Error> error;

    friend bool operator==(const Reading &, const Reading &) = default;
};

// `pieces`: the length of each piece, repeated; each is in separate memory, so that a view that outlives its piece is
// detected.
Reading read(std::string_view csv, std::span<const uint8_t> pieces)
{
    Reading reading;
    CsvReader reader([&reading](std::span<const CsvField> row) -> Core::Result<void> {
        auto &fields = reading.rows.emplace_back();
        for (const CsvField &field : row) {
            FUZZ_CHECK(QUtf8StringView(field.text.data(), qsizetype(field.text.size())).isValidUtf8());
            FUZZ_CHECK(field.text.find('\0') == std::string_view::npos);
            fields.emplace_back(field.text, field.quoted);
        }
        return {};
    });
    Core::Result<void> result;
    for (size_t i = 0; result && !csv.empty(); ++i) {
        const size_t size =
            pieces.empty() ? csv.size() : std::min(csv.size(), size_t(pieces[i % pieces.size()] % 32) + 1);
        const std::vector<char> piece(csv.begin(), csv.begin() + qptrdiff(size));
        result = reader.feed(QByteArrayView(piece.data(), qsizetype(piece.size())));
        csv.remove_prefix(size);
    }
    if (result)
        result = reader.finish();
    if (!result)
        reading.error = result.error();
    return reading;
}

// The same rows, every field in quotes.
std::string written(const Reading &reading)
{
    std::string csv;
    for (const auto &row : reading.rows) {
        for (size_t i = 0; i < row.size(); ++i) {
            csv += i == 0 ? "\"" : ",\"";
            for (const char c : row[i].first)
                csv.append(c == '"' ? 2 : 1, c);
            csv += '"';
        }
        csv += "\r\n";
    }
    return csv;
}

} // namespace

// Any bytes give the same rows and the same failure however they are cut; what was read can be written and read again.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::string_view csv(reinterpret_cast<const char *>(data), size);
    const Reading whole = read(csv, {});
    FUZZ_CHECK(!whole.error || whole.error->kind == Core::ErrorKind::BadCsv);
    const uint8_t one[] = {0};
    FUZZ_CHECK(read(csv, one) == whole);
    FUZZ_CHECK(read(csv, {data, size}) == whole);

    const std::string rewritten = written(whole);
    const Reading again = read(rewritten, {data, size});
    FUZZ_CHECK(!again.error && again.rows.size() == whole.rows.size());
    for (size_t row = 0; row < whole.rows.size(); ++row) {
        FUZZ_CHECK(again.rows[row].size() == whole.rows[row].size());
        for (size_t i = 0; i < whole.rows[row].size(); ++i)
            FUZZ_CHECK(again.rows[row][i].first == whole.rows[row][i].first && again.rows[row][i].second);
    }
    return 0;
}
