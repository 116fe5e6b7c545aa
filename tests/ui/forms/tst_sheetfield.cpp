#include "ui/forms/sheetfield.h"
#include "ui/forms/sheetbox.h"
#include "ui/look/statusline.h"

#include <QStyleOptionComboBox>
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

    void nestedSheetIsIndentedAndShowsItsPath()
    {
        QVERIFY(m_box.itemText(2).endsWith("Q1"_L1));
        QVERIFY(m_box.itemText(2).startsWith(u' '));
        QCOMPARE(m_box.itemText(0), u"Q1"_s);
        m_box.resize(400, 30);
        m_box.setCurrentIndex(2);
        QCOMPARE(m_box.shown(), u"Notes/Q1"_s);
        QCOMPARE(m_box.accessibleDescription(), u"Notes/Q1"_s);
        m_box.setCurrentIndex(0);
        QCOMPARE(m_box.shown(), u"Q1"_s);
    }

    void longPathLosesItsFront()
    {
        m_choice.offer({sheet("a", "Q1", "A very long name of a folder/Another one/Q1", 2)});
        m_box.resize(140, 30);
        m_box.setCurrentIndex(0);
        QVERIFY(m_box.shown().endsWith("/Q1"_L1));
        QVERIFY(m_box.shown().startsWith(u'…'));
    }

    void inputModeIsSaid()
    {
        Setup::SheetInfo one = sheet("a", "Q1", "Q1", 0);
        one.lock = Setup::SheetInfo::Lock::InputMode;
        m_choice.offer({one});
        m_box.setCurrentIndex(0);
        QCOMPARE(m_info.tone(), Words::Tone::Warning);
    }

private:
    // What the box shows while it is closed.
    class Box final : public Ui::SheetBox
    {
    public:
        [[nodiscard]] QString shown() const
        {
            QStyleOptionComboBox option;
            initStyleOption(&option);
            return option.currentText;
        }
    };

    Box m_box;
    Ui::StatusLine m_info;
    Setup::SheetChoice m_choice;
    SheetField m_field{m_choice, &m_box, &m_info, nullptr};
};

QTEST_MAIN(TestSheetField)
#include "tst_sheetfield.moc"
