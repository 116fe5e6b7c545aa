#include "sandbox/sheetmarks.h"

#include "sandbox/options.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using Sheet::Rectangle;

class TestSheetMarks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_all.clear();
        m_all.push_back(std::make_unique<StoredSpreadsheet>());
        m_all.front()->name = u"Filing"_s;
        m_top = &m_all.front()->add(u"id1"_s, u"Top"_s);
        m_below = &m_all.front()->add(u"id2"_s, u"Be=low!"_s, u"id1"_s);
    }

    void rangeFeedsADocument()
    {
        QVERIFY(link("Filing/Top!A1:B9"));
        QCOMPARE(m_top->links.size(), size_t(1));
        QCOMPARE(m_top->links[0].range, (Rectangle{0, 0, 9, 2}));
        QVERIFY(m_top->links[0].source.isEmpty());
    }

    void rangeFeedsAnotherSheet_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("by path") << QByteArray("Filing/Top!A1:B2=Filing/Top/Be=low!!C3");
        QTest::newRow("by ID") << QByteArray("id1!A1:B2=id2!C3");
    }
    void rangeFeedsAnotherSheet()
    {
        QFETCH(QByteArray, text);
        m_top->cells.set(1, 1, Sheet::Cell::ofText("x"));
        for (int again = 0; again < 2; ++again) // a sheet loaded from a file already has its links
            QVERIFY(link(text.constData()));
        QCOMPARE(m_below->links.size(), size_t(1));
        QCOMPARE(m_below->links[0].range, (Rectangle{2, 2, 2, 2}));
        QCOMPARE(m_below->links[0].source, m_top->links[0].id);
        QCOMPARE(m_below->cells.at(3, 3).text, std::string_view("x"));
    }

    void inputCellsStayOpen()
    {
        Options options;
        options.inputCells = {u"id1!A1:B2"_s, u"id1!D:D"_s};
        QVERIFY(markSheets(m_all, options));
        QVERIFY(markSheets(m_all, options));
        QCOMPARE(m_top->lock, u"inputMode"_s);
        QCOMPARE(m_top->inputCells, (std::vector<Rectangle>{{0, 0, 2, 2}, {0, 3, Sheet::maxRows, 1}}));
    }

    void whatCannotBeFoundIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"Filing/Top", "Filing/Nowhere!A1", "Top!A1", "Filing/Top!nonsense!", "", "id1!A1=", "id1!A1=id3!A1"})
            QTest::newRow(text) << QByteArray(text);
    }
    void whatCannotBeFoundIsNamed()
    {
        QFETCH(QByteArray, text);
        const auto marked = link(text.constData());
        QVERIFY(!marked);
        QCOMPARE(marked.error().kind, Core::ErrorKind::InvalidInput);
    }

private:
    Spreadsheets m_all;
    Worksheet *m_top = nullptr;
    Worksheet *m_below = nullptr;

    [[nodiscard]] Core::Result<void> link(const char *text) const
    {
        Options options;
        options.rangeLinks = {QString::fromUtf8(text)};
        return markSheets(m_all, options);
    }
};

QTEST_GUILESS_MAIN(TestSheetMarks)
#include "tst_sheetmarks.moc"
