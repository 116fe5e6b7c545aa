#include "sandbox/workiva/rangelinks.h"

#include "sandbox/workiva/tablecellsreply.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace Sandbox;
using Sheet::Rectangle;

class TestRangeLinks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_all.clear();
        m_all.push_back(std::make_unique<StoredSpreadsheet>());
        m_from = &m_all.front()->add(u"a"_s, u"A"_s);
        m_to = &m_all.front()->add(u"b"_s, u"B"_s);
        m_from->cells.set(0, 0, Sheet::Cell::ofNumber("2"));
        m_from->cells.set(0, 1, {Sheet::CellKind::Formula, "=A1*3"});
    }

    void sourceTellsItsRange()
    {
        const RangeLink link = addSource(*m_from, {0, 0, 1, 2});
        const auto links = rangeLinks(m_all, *m_from);
        QCOMPARE(links.size(), size_t(1));
        QCOMPARE(links[0]["id"_L1].toString(), link.id);
        QCOMPARE(links[0]["table"_L1].toString(), m_from->table());
        QCOMPARE(links[0]["type"_L1].toString(), u"source"_s);
        QCOMPARE(links[0]["source"_L1]["range"_L1].toObject(), cellRange({0, 0, 1, 2}));
    }

    void sourceIsMadeOnce()
    {
        const QString id = addSource(*m_from, {0, 0, 1, 2}).id;
        QCOMPARE(addSource(*m_from, {0, 0, 1, 2}).id, id);
        QCOMPARE(m_from->links.size(), size_t(1));
        QVERIFY(addSource(*m_from, {0, 0, 1, 1}).id != id);
    }

    void destinationShowsTheValuesAndTellsItsSource()
    {
        const RangeLink link = addSource(*m_from, {0, 0, 1, 2});
        addDestination(*m_from, link, *m_to, {4, 1});
        addDestination(*m_from, link, *m_to, {4, 1});
        QCOMPARE(m_to->cells.at(4, 2).text, std::string_view("6"));
        QCOMPARE(m_to->cells.at(4, 2).kind, Sheet::CellKind::Number);
        const auto links = rangeLinks(m_all, *m_to);
        QCOMPARE(links.size(), size_t(1));
        QCOMPARE(links[0]["type"_L1].toString(), u"destination"_s);
        const QJsonValue source = links[0]["destination"_L1]["source"_L1];
        QCOMPARE(source["rangeLink"_L1].toString(), link.id);
        QCOMPARE(source["table"_L1].toString(), m_from->table());
        QCOMPARE(rangeLinkDestinations(m_all, *m_from, link.id).value(), links);
    }

    void sourceWithoutASheetFeedsADocument()
    {
        const RangeLink link = addSource(*m_from, {0, 0, 1, 2});
        const auto found = rangeLinkDestinations(m_all, *m_from, link.id).value();
        QCOMPARE(found.size(), size_t(1));
        const QString table = found[0]["table"_L1].toString();
        QVERIFY(!table.isEmpty());
        QVERIFY(!m_all.front()->findTable(table));
    }

    void onlySourcesOfTheTableHaveDestinations()
    {
        const RangeLink link = addSource(*m_from, {0, 0, 1, 2});
        addDestination(*m_from, link, *m_to, {0, 0});
        QCOMPARE(rangeLinkDestinations(m_all, *m_to, link.id).error().status, 404);
        QCOMPARE(rangeLinkDestinations(m_all, *m_to, m_to->links[0].id).error().status, 400);
    }

private:
    Spreadsheets m_all;
    Worksheet *m_from = nullptr;
    Worksheet *m_to = nullptr;
};

QTEST_GUILESS_MAIN(TestRangeLinks)
#include "tst_rangelinks.moc"
