#include "ui/look/openpage.h"
#include "ui/interaction.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDialog>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

// What it opens instead of a browser.
class Browser final : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

QDialog *offer(const QWidget &window)
{
    return window.findChild<QDialog *>();
}

} // namespace

class TestOpenPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void browserOpensThePage()
    {
        Browser browser;
        QDesktopServices::setUrlHandler(u"https"_s, &browser, "open");
        const auto unset = qScopeGuard([] { QDesktopServices::unsetUrlHandler(u"https"_s); });
        QWidget window;
        window.show();
        Ui::openPage(&window, m_page);
        QCOMPARE(browser.opened, QList<QUrl>{m_page});
        QVERIFY(!offer(window));
    }

    void withoutABrowserTheAddressCanBeCopied()
    {
        QWidget window;
        window.show();
        Ui::openPage(&window, m_page); // the offscreen platform has no browser
        const QDialog *dialog = offer(window);
        QVERIFY(dialog);
        QCOMPARE(Support::named<QLineEdit>(dialog, u"Web address"_s)->text(), m_page.toString(QUrl::FullyEncoded));
        QCOMPARE(Support::nameless(dialog), QStringList());
        Support::button(*dialog, u"Copy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), m_page.toString(QUrl::FullyEncoded));
        QTRY_VERIFY(!offer(window));
    }

    void withoutAFileManagerTheFolderCanBeCopied()
    {
        QWidget window;
        window.show();
        Ui::openPage(&window, QUrl::fromLocalFile(u"/a folder/data"_s));
        QVERIFY(offer(window));
        QCOMPARE(Support::named<QLineEdit>(offer(window), u"Folder"_s)->text(), u"/a folder/data"_s);
        Support::button(*offer(window), u"Close"_s)->click();
        QTRY_VERIFY(!offer(window));
    }

private:
    const QUrl m_page{u"https://app.example.com/a/-/spreadsheet/1?x=a%20b"_s};
};

QTEST_MAIN(TestOpenPage)
#include "tst_openpage.moc"
