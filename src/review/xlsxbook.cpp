#include "review/xlsxbook.h"

#include "review/exportfile.h"
#include "review/xlsxparts.h"
#include "sheet/decimal.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace Review {

namespace {

constexpr size_t maxCharacters = 32'767; // of a cell of the file
constexpr qsizetype maxSheetName = 31;
constexpr uint8_t textFormat = 49; // "@"
constexpr double smallest = 2.2250738585072014e-308; // Excel has no smaller and …
constexpr double largest = 9.99999999999999e307; // … no larger numbers
constexpr std::string_view replacement = "\xef\xbf\xbd"; // U+FFFD

// None: a double, or Excel, would show other digits.
std::optional<double> heldExactly(std::string_view digits)
{
    if (Sheet::significantDigits(digits) > Sheet::exactDigits || !Sheet::survivesInSheet(digits))
        return {};
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const double size = std::abs(value);
    return size == 0 || (size >= smallest && size <= largest) ? std::optional(value) : std::nullopt;
}

bool isHexDigit(char c)
{
    return Sheet::isDigit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

// "_x0041_" stands for a character in such a file.
bool isEscape(std::string_view text)
{
    return text.size() >= 7 && text.starts_with("_x") && text[6] == '_'
        && std::all_of(text.begin() + 2, text.begin() + 6, isHexDigit);
}

// How many bytes the character has that begins there: the text is valid UTF-8.
size_t sizeAt(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const size_t size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    return std::min(size, text.size());
}

// As the file has the text's first character, of `size` bytes.
std::string_view written(std::string_view text, size_t size)
{
    const std::string_view character = text.substr(0, size);
    const char first = character.front();
    if (first == '\0' || character == "\xef\xbf\xbe" || character == "\xef\xbf\xbf")
        return replacement; // XML has no form for them
    if (first == '_' && isEscape(text))
        return "_x005F_";
    return character;
}

// As a cell of the file has the text; false if it was cut. The library escapes the other control characters itself. It
// counts characters, and Excel UTF-16 code units.
bool prepare(std::string_view text, std::string &into)
{
    constexpr std::string_view special("\0_\xef", 3); // what written() changes begins with one of them
    if (text.size() <= maxCharacters && text.find_first_of(special) == std::string_view::npos) {
        into = text;
        return true;
    }
    into.clear();
    size_t characters = 0;
    while (!text.empty()) {
        const size_t size = sizeAt(text);
        const std::string_view form = written(text, size);
        const size_t taken = form.size() > 4 ? form.size() : 1 + (form.size() == 4);
        if (characters + taken > maxCharacters)
            return false;
        characters += taken;
        into += form;
        text.remove_prefix(size);
    }
    return true;
}

QString sheetName(QString name, int number)
{
    for (const QChar c : u"[]:*?/\\'"_s)
        name.remove(c);
    const QString suffix = number > 1 ? u" %1"_s.arg(number) : QString();
    return name.left(maxSheetName - suffix.size()) + suffix;
}

} // namespace

void XlsxBook::Page::addHeading(const QString &text)
{
    writeText(text.toStdString(), m_book.m_heading);
}

void XlsxBook::Page::addNumberHeading(const QString &text)
{
    writeText(text.toStdString(), m_book.m_numberHeading);
}

void XlsxBook::Page::addText(const QString &text)
{
    writeText(text.toStdString(), m_book.m_text);
}

void XlsxBook::Page::add(const Sheet::Cell &cell)
{
    if (cell.kind == Sheet::CellKind::Number) {
        addNumber(cell.text);
    } else if (cell.kind == Sheet::CellKind::Boolean) {
        if (m_sheet)
            note(worksheet_write_boolean(m_sheet, m_row, m_column, cell.text == "true", nullptr) == LXW_NO_ERROR);
        ++m_column;
    } else {
        writeText(cell.text, m_book.m_text);
    }
}

void XlsxBook::Page::addNumber(std::string_view digits)
{
    const std::optional<double> value = digits.empty() ? std::nullopt : heldExactly(digits);
    if (!value) {
        writeText(digits, m_book.m_digits);
        return;
    }
    if (m_sheet)
        note(worksheet_write_number(m_sheet, m_row, m_column, *value, nullptr) == LXW_NO_ERROR);
    ++m_column;
}

void XlsxBook::Page::writeText(std::string_view utf8, lxw_format *format)
{
    if (m_sheet && !utf8.empty()) {
        if (!prepare(utf8, m_book.m_scratch))
            ++m_book.m_cutTexts;
        note(worksheet_write_string(m_sheet, m_row, m_column, m_book.m_scratch.c_str(), format) == LXW_NO_ERROR);
    }
    ++m_column;
}

void XlsxBook::Page::note(bool isWritten)
{
    m_hasCells = true;
    m_book.m_isWritten = m_book.m_isWritten && isWritten;
}

void XlsxBook::Page::endRow()
{
    m_book.m_rows += std::exchange(m_hasCells, false);
    m_widest = std::max(m_widest, m_column);
    m_column = 0;
    ++m_row;
}

void XlsxBook::Page::filterByHeadings()
{
    if (!m_sheet || m_row == 0)
        return;
    worksheet_freeze_panes(m_sheet, 1, 0);
    worksheet_repeat_rows(m_sheet, 0, 0);
    worksheet_autofilter(m_sheet, 0, 0, m_row - 1, lxw_col_t(m_widest - 1));
}

XlsxBook::XlsxBook(QString path) : m_path(std::move(path)), m_temporary(m_folder.filePath(u"book.xlsx"_s))
{
    if (!m_folder.isValid())
        return;
    QByteArray folder = QFile::encodeName(m_folder.path());
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = folder.data(), .use_zip64 = LXW_FALSE};
    m_book = workbook_new_opt(QFile::encodeName(m_temporary).constData(), &options);
    if (!m_book)
        return;
    m_heading = workbook_add_format(m_book);
    format_set_bold(m_heading);
    m_numberHeading = workbook_add_format(m_book);
    format_set_bold(m_numberHeading);
    format_set_align(m_numberHeading, LXW_ALIGN_RIGHT);
    m_text = workbook_add_format(m_book);
    format_set_num_format_index(m_text, textFormat);
    m_digits = workbook_add_format(m_book);
    format_set_num_format_index(m_digits, textFormat);
    format_set_align(m_digits, LXW_ALIGN_RIGHT);
}

XlsxBook::~XlsxBook()
{
    lxw_workbook_free(m_book);
}

XlsxBook::Page &XlsxBook::addPage(const QString &name, int number, const std::vector<int> &widths)
{
    lxw_worksheet *sheet =
        m_book ? workbook_add_worksheet(m_book, sheetName(name, number).toUtf8().constData()) : nullptr;
    if (sheet) {
        worksheet_set_landscape(sheet);
        worksheet_fit_to_pages(sheet, 1, 0); // as wide as a page, and as long as it gets
    }
    for (size_t i = 0; sheet && i < widths.size(); ++i)
        worksheet_set_column(sheet, lxw_col_t(i), lxw_col_t(i), widths[i], nullptr);
    m_pages.push_back(std::unique_ptr<Page>(new Page(*this, sheet)));
    return *m_pages.back();
}

bool XlsxBook::isFine() const
{
    return m_book && m_isWritten && std::ranges::all_of(m_pages, [](const std::unique_ptr<Page> &page) {
               return page->m_sheet && std::ferror(page->m_sheet->optimize_tmpfile) == 0;
           });
}

// The library ignores failures to write its temporary files, and closes them without an error.
Core::Result<void> XlsxBook::save()
{
    if (!m_folder.isValid())
        return failure(m_folder.errorString());
    errno = 0;
    for (const auto &page : m_pages) {
        if (page->m_sheet)
            std::fflush(page->m_sheet->optimize_tmpfile);
    }
    if (!isFine())
        return failure(errno == 0 ? QString() : qt_error_string(errno));
    const lxw_error closed = workbook_close(std::exchange(m_book, nullptr));
    if (closed != LXW_NO_ERROR)
        return failure(QString::fromUtf8(lxw_strerror(closed)));
    if (rowsInXlsx(m_temporary) != m_rows)
        return failure(u"incomplete in %1"_s.arg(m_folder.path()));
    return copyTo(m_path);
}

Core::Result<void> XlsxBook::copyTo(const QString &path) const
{
    QFile whole(m_temporary);
    if (!whole.open(QIODevice::ReadOnly))
        return failure(whole.errorString());
    QSaveFile file(path);
    if (const auto opened = openExport(file); !opened)
        return Core::propagate(opened);
    constexpr qint64 piece = 1 << 18;
    for (QByteArray bytes = whole.read(piece); !bytes.isEmpty(); bytes = whole.read(piece))
        file.write(bytes);
    if (whole.error() != QFile::NoError)
        return failure(whole.errorString());
    return commitExport(file);
}

Core::Failure XlsxBook::failure(const QString &detail) const
{
    return Core::fail(Core::ErrorKind::Disk, m_path, detail);
}

} // namespace Review
