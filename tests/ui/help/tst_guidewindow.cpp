#include "ui/help/guidewindow.h"
#include "ui/controls.h"

#include <QListWidget>
#include <QScrollBar>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

class TestGuideWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySectionIsReachedFromTheList()
    {
        Ui::GuideWindow guide;
        guide.show();
        auto *sections = guide.findChild<QListWidget *>();
        const auto *text = guide.findChild<QTextBrowser *>();
        QVERIFY(sections->count() > 5);
        for (int row = 1; row < sections->count(); ++row) {
            sections->setCurrentRow(row);
            QCOMPARE(text->textCursor().block().text(), sections->item(row)->text());
            QVERIFY(text->verticalScrollBar()->value() > 0);
        }
    }

    void picturesAreInIt()
    {
        const Ui::GuideWindow guide;
        const auto *text = guide.findChild<QTextBrowser *>();
        int pictures = 0;
        for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next()) {
            for (auto part = block.begin(); !part.atEnd(); ++part) {
                const QTextImageFormat picture = part.fragment().charFormat().toImageFormat();
                if (!picture.isValid())
                    continue;
                ++pictures;
                QVERIFY(QFile::exists(u":/guide/"_s + picture.name()));
                QVERIFY(picture.width() > 0);
            }
        }
        QCOMPARE(pictures, 12); // as in the README
    }

    void everyControlHasAName()
    {
        const Ui::GuideWindow guide;
        QCOMPARE(Support::nameless(&guide), QStringList());
    }
};

QTEST_MAIN(TestGuideWindow)
#include "tst_guidewindow.moc"
