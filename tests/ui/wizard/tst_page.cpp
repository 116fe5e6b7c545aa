#include "ui/wizard/page.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

class OneField final : public Ui::Page
{
public:
    OneField() : Page(u"Title"_s, nullptr) { }

    [[nodiscard]] QString missing() const override { return m_missing; }

    void setMissing(const QString &missing)
    {
        m_missing = missing;
        checkMissing();
    }
    void loseSilently() { m_missing = u"something"_s; }

private:
    QString m_missing = u"a name"_s;
};

} // namespace

class TestPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wizardIsToldOnlyOfAnotherCompleteness()
    {
        OneField page;
        QSignalSpy complete(&page, &QWizardPage::completeChanged);
        QSignalSpy missing(&page, &Ui::Page::missingChanged);
        page.setMissing(u"an account"_s);
        QCOMPARE(complete.count(), 0);
        QCOMPARE(missing.count(), 1); // another reason
        page.setMissing({});
        QCOMPARE(complete.count(), 1);
        page.setMissing({});
        QCOMPARE(complete.count(), 1);
        page.setMissing(u"an account"_s);
        QCOMPARE(complete.count(), 2);
        QCOMPARE(missing.count(), 4);
    }

    void pageThatIsShownAgainBeginsWithWhatTheWizardSees()
    {
        OneField page;
        page.setMissing({});
        page.loseSilently();
        page.show();
        QSignalSpy complete(&page, &QWizardPage::completeChanged);
        page.setMissing({});
        QCOMPARE(complete.count(), 1);
    }
};

QTEST_MAIN(TestPage)
#include "tst_page.moc"
