#include "support/profiles.h"
#include "ui/interaction.h"
#include "ui/pagewizard.h"
#include "ui/wizard/describepage.h"

#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Wizard = PageWizard<Ui::DescribePage>;

class TestDescribePage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyboardLeadsToTheEndAndBack()
    {
        Wizard one(m_desk, m_desk.secrets, draft(), true);
        QVERIFY(one.open());
        QVERIFY(!name(one)->text().isEmpty()); // proposed
        alt(Qt::Key_N);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_Delete);
        QVERIFY(!one.wizard.button(QWizard::FinishButton)->isEnabled());
        type(u"Mine"_s);
        alt(Qt::Key_D);
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"Every month"_s);
        alt(Qt::Key_B);
        QVERIFY(one.reaches(Wizard::Before));
        alt(Qt::Key_N);
        QVERIFY(one.reaches(Wizard::Here));
        QCOMPARE(name(one)->text(), u"Mine"_s);
        QCOMPARE(description(one)->toPlainText(), u"Every month"_s);
        QVERIFY(tabTo(one.wizard.button(QWizard::FinishButton)));
        press(Qt::Key_Space);
        QVERIFY(!one.wizard.isVisible());
        QCOMPARE(one.context.draft.profile.name, u"Mine"_s);
        QCOMPARE(one.context.draft.profile.description, u"Every month"_s);
    }

    void escapeLeaves()
    {
        Wizard one(m_desk, m_desk.secrets, draft(), true);
        QVERIFY(one.open());
        press(Qt::Key_Escape);
        QVERIFY(!one.wizard.isVisible());
        QCOMPARE(one.wizard.result(), int(QDialog::Rejected));
    }

    void whatWillBeSavedHasTheCountsOfThePreview()
    {
        const auto says = [](const Wizard &one, const QString &part) {
            const auto labels = one.page->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&part](const QLabel *label) { return label->text().contains(part); });
        };
        Wizard one(m_desk, m_desk.secrets, draft(), true);
        QVERIFY(one.open());
        for (const QString &part : {u"TB 2026"_s, u"A:C"_s, u"Balance / TB"_s, u"10-K"_s})
            QVERIFY2(says(one, part), qPrintable(part));
        one.wizard.back();
        Writeback::ReviewSummary review;
        review.sourceRows = 1201;
        review.sourceColumns = 17;
        review.changes = {.changed = 240, .added = 13, .cleared = 24};
        one.context.preview = review;
        one.wizard.next();
        const QLocale locale;
        for (const int count : {1201, 17, 253, 24})
            QVERIFY2(says(one, locale.toString(count)), qPrintable(locale.toString(count)));
    }

    void proposedNameFollowsTheChoices()
    {
        Wizard one(m_desk, m_desk.secrets, draft(), true);
        QVERIFY(one.open());
        const QString before = name(one)->text();
        one.wizard.back();
        one.context.draft.profile.dataSetName = u"Headcount"_s;
        one.wizard.next();
        QVERIFY(name(one)->text() != before);
        QVERIFY(description(one)->toPlainText().contains(u"Headcount"_s));
    }

    void emptyDescriptionThatWasSavedStaysEmpty()
    {
        const Profiles::Profile saved = profile(u"Mine"_s);
        QVERIFY(m_desk.store.save(saved));
        Wizard one(m_desk, m_desk.secrets, saved, true);
        QVERIFY(one.open());
        QCOMPARE(description(one)->toPlainText(), QString());
        QCOMPARE(name(one)->text(), u"Mine"_s);
    }

    void namesAreUnique()
    {
        Support::Desk desk;
        const Profiles::Profile saved = profile(u"Mine"_s);
        QVERIFY(desk.store.save(saved));
        Profiles::Profile imported = saved;
        imported.id.clear();
        Wizard one(desk, desk.secrets, imported, true);
        QVERIFY(one.open());
        QVERIFY(name(one)->text() != saved.name); // another name is proposed
        QVERIFY(one.wizard.button(QWizard::FinishButton)->isEnabled());
        alt(Qt::Key_N);
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"mine "_s);
        QVERIFY(!one.wizard.button(QWizard::FinishButton)->isEnabled());
        QCOMPARE(one.page->findChild<Ui::StatusLine *>()->tone(), Words::Tone::Error);
        type(u"too"_s);
        QVERIFY(one.wizard.button(QWizard::FinishButton)->isEnabled());
        QVERIFY(one.page->findChild<Ui::StatusLine *>()->text().isEmpty());
    }

    void whileItIsStoredNothingCanBeFinished()
    {
        Wizard one(m_desk, m_desk.secrets, draft(), true);
        QVERIFY(one.open());
        QVERIFY(one.wizard.button(QWizard::FinishButton)->isEnabled());
        one.page->setStoring(true);
        QVERIFY(!one.wizard.button(QWizard::FinishButton)->isEnabled());
        QVERIFY(!one.page->findChild<Ui::StatusLine *>()->text().isEmpty());
        one.page->setStoring(false);
        QVERIFY(one.wizard.button(QWizard::FinishButton)->isEnabled());
    }

private:
    Desk m_desk;

    // Not named and not saved yet.
    static Profiles::Profile draft() { return profile({}, {}); }

    static QLineEdit *name(const Wizard &one) { return one.page->findChild<QLineEdit *>(); }
    static QPlainTextEdit *description(const Wizard &one) { return one.page->findChild<QPlainTextEdit *>(); }
};

QTEST_MAIN(TestDescribePage)
#include "tst_describepage.moc"
