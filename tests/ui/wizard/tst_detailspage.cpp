#include "ui/interaction.h"
#include "ui/forms/columnsdialog.h"
#include "ui/pagewizard.h"
#include "ui/review/sheetpicture.h"
#include "ui/wizard/detailspage.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

using namespace Support;
using Wizard = PageWizard<Ui::DetailsPage>;

class TestDetailsPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.isUp()); }

    void keyboardReachesNextAndBack()
    {
        Wizard one(m_desk, m_desk.secrets, {});
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled());
        enterByKeys();
        QVERIFY(one.canGoOn());
        alt(Qt::Key_N);
        QVERIFY(one.reaches(Wizard::Behind));
        QCOMPARE(one.context.draft.profile.dataSetId, dataSetId());
        QCOMPARE(one.context.draft.profile.region.toString(), u"B3:"_s);
        alt(Qt::Key_B);
        QVERIFY(one.reaches(Wizard::Here));
        alt(Qt::Key_B);
        QVERIFY(one.reaches(Wizard::Before));
        alt(Qt::Key_N);
        QVERIFY(one.reaches(Wizard::Here));
        QCOMPARE(field(one, "region")->text(), u"b3:"_s);
        QVERIFY(one.canGoOn());
        press(Qt::Key_Escape);
        QVERIFY(!one.wizard.isVisible());
    }

    void dataSetIsFoundByItsName()
    {
        Wizard one(m_desk, m_desk.secrets, {});
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        alt(Qt::Key_D);
        type(u"trial b"_s);
        auto *offered = field(one, "dataSet")->completer();
        QTRY_VERIFY_WITH_TIMEOUT(offered->popup()->isVisible() && offered->completionCount() == 1, deadline);
        QTest::keyClick(offered->popup(), Qt::Key_Down);
        QTest::keyClick(offered->popup(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(tone(*one.page, "dataSetInfo") == Tone::Ok, deadline);
        QCOMPARE(field(one, "dataSet")->text(), u"Trial Balance"_s);
    }

    void emptyFieldListsWhatThereIs_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<bool>("byMouse");
        QTest::newRow("DataSets by mouse") << "dataSet"_ba << true;
        QTest::newRow("DataSets by keys") << "dataSet"_ba << false;
        QTest::newRow("spreadsheets by mouse") << "spreadsheet"_ba << true;
        QTest::newRow("spreadsheets by keys") << "spreadsheet"_ba << false;
    }
    void emptyFieldListsWhatThereIs()
    {
        QFETCH(QByteArray, what);
        QFETCH(bool, byMouse);
        Wizard one(m_desk, m_desk.secrets, {});
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        auto *edit = field(one, what.constData());
        auto *completer = edit->completer();
        QTRY_VERIFY_WITH_TIMEOUT(completer->model()->rowCount() > 1, deadline);
        edit->setFocus();
        byMouse ? QTest::mouseClick(edit, Qt::LeftButton) : QTest::keyClick(edit, Qt::Key_Down);
        QVERIFY(completer->popup()->isVisible());
        QCOMPARE(completer->completionCount(), completer->model()->rowCount());
        const QModelIndex first = completer->completionModel()->index(0, 0);
        QVERIFY(!first.data(Qt::AccessibleDescriptionRole).toString().isEmpty());
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        const QByteArray info = what + "Info";
        QTRY_VERIFY_WITH_TIMEOUT(tone(*one.page, info.constData()) == Tone::Ok, deadline);
        QCOMPARE(edit->text(), first.data().toString());
    }

    void landingFollowsTheFields()
    {
        Wizard one(m_desk, m_desk.secrets, {});
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        auto *picture = one.page->findChild<Ui::SheetPicture *>();
        QVERIFY(!picture->isVisible());
        enterByKeys();
        QTRY_VERIFY_WITH_TIMEOUT(picture->isVisible(), deadline);
        QTRY_VERIFY_WITH_TIMEOUT(m_sandbox.requests(u"getValuesByRange"_s) > 0, deadline);
        QCOMPARE(picture->groundOf({2, 1}), Ui::Ground::Written); // B3
        const int last = m_sandbox.dataSet(u"Trial Balance"_s).value("rows"_L1).toInt() + 3;
        const auto buttons = one.page->findChildren<QPushButton *>();
        const auto use = std::ranges::find_if(buttons, [last](const QPushButton *button) {
            return button->isVisible() && button->text().contains(" B3:"_L1)
                && button->text().endsWith(QString::number(last));
        });
        QVERIFY(use != buttons.end());
        (*use)->click();
        QVERIFY(field(one, "region")->text().endsWith(QString::number(last)));
        QCOMPARE(QApplication::focusWidget(), field(one, "region"));
        QVERIFY(!(*use)->isVisible()); // it fits
        QVERIFY(one.canGoOn());
    }

    void completelyTypedNameIsChosen()
    {
        Wizard one(m_desk, m_desk.secrets, {});
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        QVERIFY(fill(*one.page, u"Domo DataSet ID"_s, u"trial balance"_s));
        QTRY_VERIFY_WITH_TIMEOUT(tone(*one.page, "dataSetInfo") == Tone::Ok, deadline);
        QVERIFY(fill(*one.page, u"Spreadsheet ID"_s, u"scratch"_s));
        QTRY_VERIFY_WITH_TIMEOUT(tone(*one.page, "spreadsheetInfo") == Tone::Ok, deadline);
        QVERIFY(fill(*one.page, u"Region"_s, u"B3:"_s));
        QVERIFY(one.canGoOn());
        one.wizard.next();
        QCOMPARE(one.context.draft.profile.dataSetId, dataSetId());
        QCOMPARE(one.context.draft.profile.spreadsheetId, m_sandbox.spreadsheetId(u"Scratch"_s));
    }

    void regionThatNamesItsSheetChoosesIt()
    {
        Wizard one(m_desk, m_desk.secrets, {});
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        QVERIFY(fill(*one.page, u"Spreadsheet ID"_s, m_sandbox.spreadsheetId(u"Quarterly Filing"_s)));
        auto *sheets = Support::named<QComboBox>(one.page, u"Sheet ID"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sheets->count() > 1, deadline);
        QCOMPARE(sheets->currentIndex(), -1);
        QVERIFY(fill(*one.page, u"Region"_s, u"'Trial Balance'!A2:D8"_s)); // two sheets have this name
        QCOMPARE(sheets->currentIndex(), -1);
        QVERIFY(fill(*one.page, u"Region"_s, u"'Income Statement'!A2:D8"_s));
        QCOMPARE(sheets->currentData().toString(),
                 m_sandbox.sheetId(u"Quarterly Filing"_s, u"Statements/Income Statement"_s));
        QVERIFY(tone(*one.page, "regionInfo") == Tone::Ok);
    }

    void regionOfAnotherSheetIsRefused()
    {
        Wizard one(m_desk, m_desk.secrets, {});
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        enterByKeys();
        QVERIFY(one.canGoOn());
        QVERIFY(fill(*one.page, u"Region"_s, u"Other!B3:"_s));
        QVERIFY(tone(*one.page, "regionInfo") == Tone::Error);
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled());
        QVERIFY(fill(*one.page, u"Region"_s, u"sheet1!B3:"_s));
        QVERIFY(tone(*one.page, "regionInfo") == Tone::Ok);
        QVERIFY(one.canGoOn());
    }

    void charactersAroundAnIdAreTrimmed()
    {
        Wizard one(m_desk, m_desk.secrets, {});
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        const QString around = u"\ufeff\u200b\u00a0"_s;
        paste(*field(one, "dataSet"), around + dataSetId() + around);
        QTRY_VERIFY_WITH_TIMEOUT(tone(*one.page, "dataSetInfo") == Tone::Ok, deadline);
        paste(*field(one, "spreadsheet"), around + m_sandbox.spreadsheetId(u"Scratch"_s) + around);
        QTRY_VERIFY_WITH_TIMEOUT(tone(*one.page, "spreadsheetInfo") == Tone::Ok, deadline);
    }

    void invisibleCharacterInsideAnIdIsReported()
    {
        Wizard one(m_desk, m_desk.secrets, {});
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        paste(*field(one, "dataSet"), dataSetId().insert(4, QChar(0x200b)));
        QVERIFY2(shown(*one.page, "dataSetInfo").contains(u"U+200B"_s), qPrintable(shown(*one.page, "dataSetInfo")));
        paste(*field(one, "spreadsheet"), QString(32, u'a').insert(4, QChar(0xfeff)));
        QVERIFY2(shown(*one.page, "spreadsheetInfo").contains(u"U+FEFF"_s),
                 qPrintable(shown(*one.page, "spreadsheetInfo")));
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled());
    }

    void updateMethodIsKept()
    {
        Profiles::Profile profile;
        profile.update = {.keys = {u"Account"_s}, .keepsOrder = true};
        Wizard one(m_desk, m_desk.secrets, profile);
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        enterByKeys();
        QVERIFY(one.canGoOn());
        alt(Qt::Key_U);
        auto *keys = named<QListWidget>(one.page, u"Key columns"_s);
        QVERIFY(keys);
        keys->findItems(u"Account"_s, Qt::MatchExactly).first()->setCheckState(Qt::Unchecked);
        QTRY_VERIFY_WITH_TIMEOUT(!one.wizard.button(QWizard::NextButton)->isEnabled(), deadline); // without a key
        keys->findItems(u"Entity"_s, Qt::MatchExactly).first()->setCheckState(Qt::Checked);
        alt(Qt::Key_N);
        QVERIFY(one.reaches(Wizard::Behind));
        const Sheet::Update chosen{.kind = Sheet::UpdateMethod::Kind::Upsert, .keys = {u"Entity"_s}};
        QCOMPARE(one.context.draft.profile.update, chosen);
    }

    // The keys have the names that the columns get in the sheet.
    void chosenColumnsAreKeptAndDecideTheKeys()
    {
        Profiles::Profile profile;
        profile.update = {.kind = Sheet::UpdateMethod::Kind::Upsert, .keys = {u"Account"_s}};
        Wizard one(m_desk, m_desk.secrets, profile);
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        enterByKeys();
        QVERIFY(one.canGoOn());
        const auto rename = [&one](const QString &column, const QString &as) {
            alt(Qt::Key_O);
            QTRY_VERIFY_WITH_TIMEOUT(one.page->window()->findChild<Ui::ColumnsDialog *>(), deadline);
            auto *dialog = one.page->window()->findChild<Ui::ColumnsDialog *>();
            auto *list = named<QTreeWidget>(dialog, u"Columns"_s);
            list->setCurrentItem(list->findItems(column, Qt::MatchExactly).value(0));
            named<QLineEdit>(dialog, u"Name in the sheet"_s)->setText(as);
            dialog->accept();
            QTRY_VERIFY_WITH_TIMEOUT(!one.page->window()->findChild<Ui::ColumnsDialog *>(), deadline);
        };
        rename(u"Account"_s, u"Acct"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!one.wizard.button(QWizard::NextButton)->isEnabled(),
                                 deadline); // no column has the name of the key
        rename(u"Account"_s, {});
        rename(u"Entity"_s, u"Company"_s);
        QVERIFY(one.canGoOn());
        QVERIFY(!named<QListWidget>(one.page, u"Key columns"_s)->findItems(u"Company"_s, Qt::MatchExactly).isEmpty());
        QVERIFY(one.page->findChild<QLabel *>(u"columnsSummary"_s)->text().contains(u"Company"_s));
        alt(Qt::Key_N);
        QVERIFY(one.reaches(Wizard::Behind));
        QCOMPARE(one.context.draft.profile.shaping.columns,
                 (QList<Sheet::ColumnRule>{{.name = u"Entity"_s, .as = u"Company"_s}}));
    }

    void columnThatTheDataSetDoesNotHaveStopsHere()
    {
        Profiles::Profile profile;
        profile.shaping.columns = {{.name = u"Unheard of"_s, .kind = Sheet::ColumnKind::Text}};
        Wizard one(m_desk, m_desk.secrets, profile);
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        enterByKeys();
        const auto *fault = one.page->findChild<QLabel *>(u"columnsFault"_s);
        QTRY_VERIFY_WITH_TIMEOUT(fault->isVisible() && fault->text().contains(u"Unheard of"_s), deadline);
        QTRY_VERIFY_WITH_TIMEOUT(!one.wizard.button(QWizard::NextButton)->isEnabled(), deadline);
    }

    // What is written has the columns of the result, and so do the keys.
    void rowsByAQueryDecideTheColumns()
    {
        Profiles::Profile profile;
        profile.query.sql = u"SELECT `Entity`, SUM(`Debit`) AS `Total` FROM table GROUP BY `Entity`"_s;
        profile.update = {.kind = Sheet::UpdateMethod::Kind::Upsert, .keys = {u"Account"_s}};
        Wizard one(m_desk, m_desk.secrets, profile);
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        enterByKeys();
        QTRY_COMPARE_WITH_TIMEOUT(tone(*one.page, "rowsInfo"), Tone::Ok, deadline);
        auto *keys = named<QListWidget>(one.page, u"Key columns"_s);
        QVERIFY(!keys->findItems(u"Total"_s, Qt::MatchExactly).isEmpty());
        QVERIFY(!one.wizard.button(QWizard::NextButton)->isEnabled()); // the result has no such key
        keys->findItems(u"Account"_s, Qt::MatchExactly).first()->setCheckState(Qt::Unchecked);
        keys->findItems(u"Entity"_s, Qt::MatchExactly).first()->setCheckState(Qt::Checked);
        QVERIFY(one.canGoOn());
        alt(Qt::Key_N);
        QVERIFY(one.reaches(Wizard::Behind));
        QCOMPARE(one.context.draft.profile.query, profile.query);
    }

    void periodIsAYearAMonthOrADay()
    {
        Wizard one(m_desk, m_desk.secrets, {});
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        enterByKeys();
        QVERIFY(one.canGoOn());
        QVERIFY(fill(*one.page, u"Period of the data"_s, u"May"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!one.wizard.button(QWizard::NextButton)->isEnabled(), deadline);
        QVERIFY(one.page->findChild<QLabel *>(u"periodInfo"_s)->isVisible());
        QVERIFY(fill(*one.page, u"Period of the data"_s, u" 2026-05 "_s));
        QVERIFY(one.canGoOn());
        alt(Qt::Key_N);
        QVERIFY(one.reaches(Wizard::Behind));
        QCOMPARE(one.context.draft.profile.period, u"2026-05"_s);
    }

    void howCellsAreSentIsKept()
    {
        for (const bool chosen : {true, false}) {
            Profiles::Profile profile;
            profile.asKept = profile.datesAsText = !chosen;
            Wizard one(m_desk, m_desk.secrets, profile);
            one.signIn(m_sandbox);
            QVERIFY(one.open());
            enterByKeys();
            QVERIFY(one.canGoOn());
            for (const char *name : {"asKept", "datesAsText"}) {
                auto *option = one.page->findChild<QCheckBox *>(QLatin1String(name));
                QVERIFY(tabTo(option));
                QVERIFY(!option->whatsThis().isEmpty());
                press(Qt::Key_Space);
                QCOMPARE(option->isChecked(), chosen);
            }
            alt(Qt::Key_N);
            QVERIFY(one.reaches(Wizard::Behind));
            QCOMPARE(one.context.draft.profile.asKept, chosen);
            QCOMPARE(one.context.draft.profile.datesAsText, chosen);
        }
    }

    void nameThatLooksLikeAnIdIsSearchedFor_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("underscores") << u"Trial_Balance_2026_Final_Version"_s;
        QTest::newRow("a slash") << u"P/L by entity"_s;
    }
    void nameThatLooksLikeAnIdIsSearchedFor()
    {
        QFETCH(QString, name);
        const SandboxProcess sandbox;
        Wizard one(m_desk, m_desk.secrets, {});
        one.signIn(sandbox);
        QVERIFY(one.open());
        QTRY_VERIFY_WITH_TIMEOUT(sandbox.requests(u"listDataSets"_s) == 1, deadline); // for all
        alt(Qt::Key_D);
        type(name);
        QTRY_VERIFY_WITH_TIMEOUT(tone(*one.page, "dataSetInfo") == Tone::Error, deadline); // not found
        QCOMPARE(sandbox.requests(u"listDataSets"_s), 2); // one search, not one for each letter
        QVERIFY(sandbox.requests(u"getDataSet"_s) <= 1); // the name may also be an ID
    }

    void failedSearchCanBeRetried_data()
    {
        addSearches();
        QTest::newRow("DataSets") << u"403@listDataSets#2"_s << Qt::Key_D << u"trial"_s << "dataSet"_ba;
        QTest::newRow("spreadsheets") << u"403@getSpreadsheets"_s << Qt::Key_S << u"scr"_s << "spreadsheet"_ba;
    }
    void failedSearchCanBeRetried()
    {
        QFETCH(QString, fault);
        QFETCH(Qt::Key, key);
        QFETCH(QString, typed);
        QFETCH(QByteArray, what);
        const SandboxProcess sandbox({u"--fault"_s, fault});
        Wizard one(m_desk, m_desk.secrets, {});
        one.signIn(sandbox);
        QVERIFY(one.open());
        QTRY_VERIFY_WITH_TIMEOUT(hasListed(sandbox), deadline);
        alt(key);
        type(typed);
        const QByteArray line = what + "Info";
        const char *info = line.constData();
        QTRY_VERIFY_WITH_TIMEOUT(tone(*one.page, info) == Tone::Error, deadline);
        QVERIFY(pressBeside(*one.page, info));
        QTRY_VERIFY_WITH_TIMEOUT(tone(*one.page, info) != Tone::Error && !buttonBeside(*one.page, info), deadline);
        QTRY_VERIFY_WITH_TIMEOUT(field(one, what.constData())->completer()->model()->rowCount() > 0, deadline);
    }

    void hangingSearchIsShownAndCanBeStopped_data()
    {
        addSearches();
        QTest::newRow("DataSets") << u"hang@listDataSets#2"_s << Qt::Key_D << u"trial"_s << "dataSet"_ba;
        QTest::newRow("spreadsheets") << u"hang@getSpreadsheets"_s << Qt::Key_S << u"scr"_s << "spreadsheet"_ba;
    }
    void hangingSearchIsShownAndCanBeStopped()
    {
        QFETCH(QString, fault);
        QFETCH(Qt::Key, key);
        QFETCH(QString, typed);
        QFETCH(QByteArray, what);
        const SandboxProcess sandbox({u"--fault"_s, fault});
        Wizard one(m_desk, m_desk.secrets, {});
        one.signIn(sandbox);
        QVERIFY(one.open());
        QTRY_VERIFY_WITH_TIMEOUT(hasListed(sandbox), deadline);
        alt(key);
        type(typed);
        const QByteArray line = what + "Info";
        const char *info = line.constData();
        QTRY_VERIFY_WITH_TIMEOUT(buttonBeside(*one.page, info), deadline);
        const QString operation = fault.section(u'@', 1).section(u'#', 0, 0);
        const qint64 hanging = fault.endsWith(u"#2"_s) ? 2 : 1;
        QTRY_VERIFY_WITH_TIMEOUT(sandbox.requests(operation) >= hanging, deadline); // or the next one would hang
        QVERIFY(pressBeside(*one.page, info)); // Stop
        QVERIFY(pressBeside(*one.page, info)); // Retry
        QTRY_VERIFY_WITH_TIMEOUT(!buttonBeside(*one.page, info), deadline);
        QVERIFY(tone(*one.page, info) != Tone::Error);
    }

    void unknownSpreadsheetIsShown()
    {
        Wizard one(m_desk, m_desk.secrets, {});
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        for (const char *name : {"no such spreadsheet", "nosuchid"}) {
            QVERIFY(fill(*one.page, u"Spreadsheet ID"_s, QLatin1String(name)));
            QTRY_VERIFY_WITH_TIMEOUT(tone(*one.page, "spreadsheetInfo") == Tone::Error, deadline);
        }
    }

    void scrollingTheFormDoesNotChangeTheSheet()
    {
        Wizard one(m_desk, m_desk.secrets, {});
        one.signIn(m_sandbox);
        QVERIFY(one.open());
        QVERIFY(fill(*one.page, u"Spreadsheet ID"_s, m_sandbox.spreadsheetId(u"Quarterly Filing"_s)));
        auto *sheets = Support::named<QComboBox>(one.page, u"Sheet ID"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sheets->count() > 1, deadline);
        const QPoint down(0, -120);
        QWheelEvent wheel(sheets->rect().center(), sheets->mapToGlobal(sheets->rect().center()), {}, down, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(sheets, &wheel);
        QCOMPARE(sheets->currentIndex(), -1);
        QVERIFY(!sheets->hasFocus());
    }

private:
    SandboxProcess m_sandbox;
    Desk m_desk;

    QString dataSetId() const { return m_sandbox.dataSet(u"Trial Balance"_s).value("id"_L1).toString(); }

    static void addSearches()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<Qt::Key>("key"); // of the field
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("what"); // is searched
    }

    // What the page asks for by itself is there, or under way.
    static bool hasListed(const SandboxProcess &sandbox)
    {
        return sandbox.requests(u"listDataSets"_s) > 0 && sandbox.requests(u"getSpreadsheets"_s) > 0;
    }

    void enterByKeys()
    {
        alt(Qt::Key_D);
        type(dataSetId());
        alt(Qt::Key_S);
        type(m_sandbox.spreadsheetId(u"Scratch"_s));
        alt(Qt::Key_R);
        type(u"b3:"_s);
    }

    static QLineEdit *field(const Wizard &one, const char *name)
    {
        return one.page->findChild<QLineEdit *>(QLatin1String(name));
    }

    static void paste(QLineEdit &field, const QString &text)
    {
        QApplication::clipboard()->setText(text);
        field.clear();
        field.paste();
    }
};

QTEST_MAIN(TestDetailsPage)
#include "tst_detailspage.moc"
