#pragma once

#include "core/result.h"
#include "review/plainlocale.h"
#include "sheet/cell.h"

#include <QTemporaryDir>

#include <memory>
#include <string>
#include <vector>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace Review {

// An .xlsx file that is written row by row, from top to bottom, into temporary files; several pages in turns. One
// thread, whose C functions use a decimal point meanwhile. If a write fails, the rest is ignored, and save() says so.
class XlsxBook
{
public:
    // A sheet of the file; valid as long as that. A row has one cell after the other.
    class Page
    {
    public:
        void addHeading(const QString &text);
        void addNumberHeading(const QString &text); // of a column of numbers
        // Text becomes a text cell, whatever it looks like, also after it was edited. What XML or the cell cannot hold
        // is replaced by U+FFFD, or cut and counted in cutTexts(). A number becomes one if a double holds its digits,
        // and otherwise text.
        void add(const Sheet::Cell &cell);
        void addText(const QString &text);
        void addNumber(std::string_view digits); // empty: leaves the cell empty
        void endRow();

        [[nodiscard]] int rows() const { return int(m_row); } // ended ones
        // Of the first row, which stays in place and is printed on every page. After the last row.
        void filterByHeadings();

    private:
        friend class XlsxBook;
        Page(XlsxBook &book, lxw_worksheet *sheet) : m_book(book), m_sheet(sheet) { }
        void writeText(std::string_view utf8, lxw_format *format);
        void note(bool isWritten); // of the cell just written

        XlsxBook &m_book;
        lxw_worksheet *m_sheet; // null: could not be added
        unsigned m_row = 0;
        unsigned short m_column = 0;
        unsigned short m_widest = 0;
        bool m_hasCells = false; // in the row
    };

    explicit XlsxBook(QString path);
    ~XlsxBook();
    Q_DISABLE_COPY_MOVE(XlsxBook)

    // The name is made valid: without []:*?/\ and, with its number, of at most 31 characters. A number of 1 is not
    // shown. The widths of its columns are in characters.
    Page &addPage(const QString &name, int number, const std::vector<int> &widths);

    [[nodiscard]] bool isFine() const; // as far as is known, what was added has been written
    [[nodiscard]] qint64 cutTexts() const { return m_cutTexts; }

    // Call last. The file at the path is replaced once a complete one has been read back; otherwise Disk, with the path
    // as subject.
    [[nodiscard]] Core::Result<void> save();

private:
    [[nodiscard]] Core::Failure failure(const QString &detail) const;
    [[nodiscard]] Core::Result<void> copyTo(const QString &path) const;

    const PlainLocale m_locale; // first: in use until the book is closed
    const QString m_path;
    const QTemporaryDir m_folder;
    const QString m_temporary; // the whole file, in that folder
    lxw_workbook *m_book = nullptr; // null: could not be created, or is closed
    lxw_format *m_heading = nullptr;
    lxw_format *m_numberHeading = nullptr;
    lxw_format *m_text = nullptr;
    lxw_format *m_digits = nullptr; // of numbers that are written as text
    std::vector<std::unique_ptr<Page>> m_pages;
    std::string m_scratch;
    bool m_isWritten = true; // whatever was added, as far as the library says
    qint64 m_rows = 0; // with cells, in all pages
    qint64 m_cutTexts = 0;
};

} // namespace Review
