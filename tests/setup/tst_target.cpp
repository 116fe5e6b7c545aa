#include "core/inputfault.h"
#include "setup/target.h"

#include <QTest>

using namespace Qt::StringLiterals;

using Core::Contradiction;
using Core::ErrorKind;
using Setup::TargetText;

namespace {

const QUrl eu(u"https://api.eu.wdesk.com"_s);
const QUrl here(u"http://127.0.0.1:1"_s);
const QString id = u"0123abcd-4567-89ab-cdef-0123456789ab"_s;

QString page(const char *host, const char *spreadsheet, const char *sheet = "")
{
    QString page = u"https://%1/a/w/spreadsheet/%2"_s.arg(QString::fromLatin1(host), QString::fromLatin1(spreadsheet));
    if (*sheet)
        page += u"/-1/sheet/"_s + QString::fromLatin1(sheet);
    return page;
}

} // namespace

Q_DECLARE_METATYPE(Core::Contradiction)

class TestTarget final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pastedTextIsAnIdOrInvalid()
    {
        QCOMPARE(Setup::dataSetIn(id).value_or(QString()), id);
        QCOMPARE(
            Setup::dataSetIn(u"https://acme.domo.com/datasources/%1/details/overview"_s.arg(id)).value_or(QString()),
            id);
        QCOMPARE(Setup::dataSetIn(u"https://example.com/"_s).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(Setup::sheetIn(u"https://example.com/"_s).error().kind, ErrorKind::InvalidInput);
    }

    void surroundingCharactersAreTrimmed()
    {
        const QString around = u"\ufeff\u200b \u00a0\r\n"_s;
        QCOMPARE(Setup::dataSetIn(around + id + around).value_or(QString()), id);
        QCOMPARE(Setup::sheetIn(around + u"s1"_s + around).value_or(Setup::SheetPlace()).spreadsheetId, u"s1"_s);
        const auto target = Setup::targetOf({.spreadsheet = around + page("eu.wdesk.com", "p") + around,
                                             .sheet = around + u"s"_s + around,
                                             .baseUrlRegion = around + u"EU"_s + around,
                                             .workivaUrl = {}});
        QVERIFY(target);
        QCOMPARE(target->place, (Setup::SheetPlace{u"p"_s, u"s"_s}));
        QCOMPARE(target->workivaUrl, eu);
    }

    void invisibleCharacterInsideIsReported()
    {
        const QString text = u"a\u200bb"_s;
        for (const Core::Error &error :
             {Setup::dataSetIn(text).error(), Setup::sheetIn(text).error(),
              Setup::targetOf({.spreadsheet = u"p"_s, .sheet = text, .baseUrlRegion = {}, .workivaUrl = here})
                  .error()}) {
            QCOMPARE(error.kind, ErrorKind::InvalidInput);
            QVERIFY(error.cause.as<Core::UnseenCharacter>());
        }
    }

    void valuesGivenTwiceThatAgreeAreAccepted_data()
    {
        QTest::addColumn<TargetText>("text");
        QTest::addColumn<QUrl>("url");
        QTest::newRow("address alone") << TargetText{page("eu.wdesk.com", "p", "s"), {}, {}, {}} << eu;
        QTest::newRow("address and region") << TargetText{page("eu.wdesk.com", "p", "s"), {}, u"eu"_s, {}} << eu;
        QTest::newRow("region and its address") << TargetText{u"p"_s, u"s"_s, u"eu"_s, eu} << eu;
        QTest::newRow("two addresses") << TargetText{page("eu.wdesk.com", "p"), page("eu.wdesk.com", "p", "s"), {}, {}}
                                       << eu;
        QTest::newRow("ID, and address of a sheet") << TargetText{u"p"_s, page("eu.wdesk.com", "p", "s"), {}, {}} << eu;
        QTest::newRow("the same sheet twice") << TargetText{page("eu.wdesk.com", "p", "s"), u"s"_s, {}, {}} << eu;
        QTest::newRow("a gateway") << TargetText{page("eu.wdesk.com", "p", "s"), {}, {}, here} << here;
        QTest::newRow("a local page") << TargetText{u"http://127.0.0.1:1/a/w/spreadsheet/p/sheet/s"_s, {}, {}, here}
                                      << here;
    }
    void valuesGivenTwiceThatAgreeAreAccepted()
    {
        QFETCH(TargetText, text);
        QFETCH(QUrl, url);
        const auto target = Setup::targetOf(text);
        QVERIFY(target);
        QCOMPARE(target->workivaUrl, url);
        QCOMPARE(target->place, (Setup::SheetPlace{u"p"_s, u"s"_s}));
    }

    void valuesGivenTwiceThatDifferAreRefused_data()
    {
        using Of = Contradiction::Of;
        QTest::addColumn<TargetText>("text");
        QTest::addColumn<Contradiction>("contradiction");
        const auto row = [](const char *name, const TargetText &text, Of of, const char *one, const char *other) {
            QTest::newRow(name) << text << Contradiction{of, QString::fromLatin1(one), QString::fromLatin1(other)};
        };
        row("address of another spreadsheet", {u"p"_s, page("app.wdesk.com", "q", "s"), {}, here}, Of::Spreadsheet, "p",
            "q");
        row("another sheet than the address names", {page("app.wdesk.com", "p", "s"), u"t"_s, {}, here}, Of::Sheet, "s",
            "t");
        row("another sheet of the same spreadsheet",
            {page("app.wdesk.com", "p", "s"), page("app.wdesk.com", "p", "t"), {}, here}, Of::Sheet, "s", "t");
        row("address of another region", {page("app.wdesk.com", "p", "s"), {}, u"eu"_s, {}}, Of::Host, "app.wdesk.com",
            "api.eu.wdesk.com");
        row("address of another installation", {page("app.wdesk.com", "p", "s"), {}, {}, eu}, Of::Host, "app.wdesk.com",
            "api.eu.wdesk.com");
        row("sheet of another region", {u"p"_s, page("apac.wdesk.com", "p", "s"), u"eu"_s, {}}, Of::Host,
            "apac.wdesk.com", "api.eu.wdesk.com");
        row("two addresses of two regions", {page("eu.wdesk.com", "p"), page("app.wdesk.com", "p", "s"), {}, {}},
            Of::Host, "app.wdesk.com", "api.eu.wdesk.com");
        row("region and another address", {u"p"_s, u"s"_s, u"us"_s, eu}, Of::Host, "api.app.wdesk.com",
            "api.eu.wdesk.com");
        row("region and a gateway", {u"p"_s, u"s"_s, u"us"_s, here}, Of::Host, "api.app.wdesk.com", "127.0.0.1");
        row("a local page at Workiva", {u"http://127.0.0.1:1/a/w/spreadsheet/p/sheet/s"_s, {}, {}, eu}, Of::Host,
            "127.0.0.1", "api.eu.wdesk.com");
    }
    void valuesGivenTwiceThatDifferAreRefused()
    {
        QFETCH(TargetText, text);
        QFETCH(Contradiction, contradiction);
        const auto target = Setup::targetOf(text);
        QVERIFY(!target);
        QCOMPARE(target.error().kind, ErrorKind::InvalidInput);
        const auto *cause = target.error().cause.as<Contradiction>();
        QVERIFY(cause);
        QCOMPARE(cause->one, contradiction.one);
        QCOMPARE(cause->other, contradiction.other);
        QVERIFY(cause->of == contradiction.of);
    }

    void pageOfAnotherRegionIsNotThatOfAnAccount()
    {
        QVERIFY(Setup::sheetIn(page("eu.wdesk.com", "p", "s"), eu));
        QVERIFY(Setup::sheetIn(u"p"_s, eu));
        const auto place = Setup::sheetIn(page("app.wdesk.com", "p", "s"), eu);
        QVERIFY(!place);
        QVERIFY(place.error().cause.as<Contradiction>());
    }

    void addressWithoutASheetIsNoSheet()
    {
        const auto target = Setup::targetOf({u"p"_s, page("app.wdesk.com", "p"), {}, {}});
        QVERIFY(!target);
        QCOMPARE(target.error().kind, ErrorKind::InvalidInput);
        QVERIFY(target.error().cause.as<Core::NoSheetInAddress>());
    }

    void missingValueIsNamed()
    {
        const auto noSheet = Setup::targetOf({page("app.wdesk.com", "p"), {}, {}, {}});
        QVERIFY(!noSheet);
        QVERIFY(noSheet.error().cause.as<Core::NotGiven>());
        const auto noHost = Setup::targetOf({u"p"_s, u"s"_s, {}, {}});
        QVERIFY(!noHost);
        QVERIFY(noHost.error().cause.as<Core::NotGiven>());
        QVERIFY(noHost.error().subject != noSheet.error().subject);
    }

    void unknownRegionIsRefused()
    {
        const auto target = Setup::targetOf({u"p"_s, u"s"_s, u"mars"_s, {}});
        QVERIFY(!target);
        QCOMPARE(target.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(target.error().subject, u"mars"_s);
        QVERIFY(target.error().cause.as<Core::NotOneOf>()->names.contains(u"eu"_s));
    }
};

QTEST_GUILESS_MAIN(TestTarget)
#include "tst_target.moc"
