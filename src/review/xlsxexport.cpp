#include "review/xlsxexport.h"

#include "review/xlsxbook.h"

using namespace Qt::StringLiterals;

namespace Review {

namespace {

void addFact(XlsxBook::Page &page, const QString &name, const std::variant<QString, qint64> &value)
{
    page.addText(name);
    if (const auto *count = std::get_if<qint64>(&value))
        page.addNumber(std::to_string(*count));
    else
        page.addText(std::get<QString>(value));
    page.endRow();
}

void addTotals(XlsxBook::Page &page, const std::vector<ColumnTotals> &totals, const ExportText &text)
{
    page.addHeading(text.column);
    for (const QString *heading : {&text.before, &text.after, &text.difference})
        page.addNumberHeading(*heading);
    page.endRow();
    for (const ColumnTotals &column : totals) {
        page.addText(column.column);
        for (const auto &sum : {column.before.sum, column.after.sum, column.difference()}) {
            if (sum)
                page.addNumber(*sum);
            else
                page.addText(text.unknownSum);
        }
        page.endRow();
    }
}

// The sheets of changes, as many as are needed.
class ChangePages
{
public:
    ChangePages(XlsxBook &book, const ExportText &text, bool showsLeft, int maxRows)
        : m_book(book)
        , m_text(text)
        , m_leftEmpty(text.leftEmpty.toStdString())
        , m_showsLeft(showsLeft)
        , m_maxRows(maxRows)
    {
        begin();
    }

    void add(const Change &change)
    {
        if (m_page->rows() == m_maxRows) {
            end();
            begin();
        }
        m_page->addText(Sheet::toA1(change.place));
        m_page->addText(change.column);
        m_page->addText(m_text.kinds[size_t(change.kind)]);
        m_page->add(change.before);
        m_page->add(change.after);
        m_page->addNumber(change.difference().value_or(std::string()));
        if (m_showsLeft)
            m_page->add(change.leftOr(m_leftEmpty));
        m_page->endRow();
    }

    void end() { m_page->filterByHeadings(); }

private:
    void begin()
    {
        m_page = &m_book.addPage(m_text.changes, ++m_pages, {10, 24, 20, 32, 32, 18, 32});
        for (const QString *heading : {&m_text.cell, &m_text.column, &m_text.kind, &m_text.before, &m_text.after})
            m_page->addHeading(*heading);
        m_page->addNumberHeading(m_text.difference);
        if (m_showsLeft)
            m_page->addHeading(m_text.left);
        m_page->endRow();
    }

    XlsxBook &m_book;
    const ExportText &m_text;
    const std::string m_leftEmpty;
    const bool m_showsLeft;
    const int m_maxRows;
    XlsxBook::Page *m_page = nullptr;
    int m_pages = 0;
};

} // namespace

Core::Result<void> writeReviewXlsx(const Writeback::Comparison &comparison, const std::vector<ColumnTotals> &totals,
                                   const ExportText &text, const QString &path, int maxRows, ExportProgress *progress)
{
    XlsxBook book(path);
    XlsxBook::Page &summary = book.addPage(text.summary, 1, {28, 24, 24, 24});
    ChangePages changes(book, text, !comparison.left.isEmpty(), maxRows);
    visitChanges(comparison, [&](const Change &change) {
        changes.add(change);
        if (progress)
            progress->add();
        return book.isFine() && !(progress && progress->isCancelled());
    });
    if (progress && progress->isCancelled())
        return Core::fail(Core::ErrorKind::Cancelled, path);
    changes.end();

    for (const ExportText::Fact &fact : text.facts)
        addFact(summary, fact.name, fact.value);
    if (!totals.empty()) {
        summary.endRow();
        addTotals(summary, totals, text);
    }
    if (!text.findings.isEmpty()) {
        summary.endRow();
        summary.addHeading(text.findingsHeading);
        summary.endRow();
    }
    for (const QString &finding : text.findings) {
        summary.addText(finding);
        summary.endRow();
    }
    if (book.cutTexts() > 0) {
        summary.endRow();
        addFact(summary, text.cutTexts, book.cutTexts());
    }
    return book.save();
}

} // namespace Review
