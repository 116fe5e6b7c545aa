#include "ui/forms/sheetfield.h"
#include "ui/look/statusline.h"

#include <QComboBox>
#include <QTest>

using namespace Qt::StringLiterals;

using Ui::SheetField;

namespace {

Setup::SheetInfo sheet(const char *id, const char *name, const char *path, int depth)
{
    Setup::SheetInfo made;
    made.id = QString::fromLatin1(id);
    made.name = QString::fromLatin1(name);
    made.path = QString::fromLatin1(path);
    made.depth = depth;
    return made;
}

} // namespace

class TestSheetField final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_choice.want({});
        m_choice.offer({sheet("a", "Q1", "Q1", 0), sheet("b", "Notes", "Notes", 0), sheet("c", "Q1", "Notes/Q1", 1)});
    }

    void noneIsChosenAutomatically()
    {
        QVERIFY(!m_choice.sheet());
        QVERIFY(!m_info.text().isEmpty());
    }

    void nestedSheetShowsItsPath()
    {
        m_box.setCurrentIndex(2);
        QCOMPARE(m_info.text(), u"Notes/Q1"_s);
        m_box.setCurrentIndex(0); // the name is sufficient
        QCOMPARE(m_info.text(), QString());
    }

private:
    QComboBox m_box;
    Ui::StatusLine m_info;
    Setup::SheetChoice m_choice;
    SheetField m_field{m_choice, &m_box, &m_info, nullptr};
};

QTEST_MAIN(TestSheetField)
#include "tst_sheetfield.moc"
