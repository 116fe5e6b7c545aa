#include "ui/look/openpage.h"
#include "ui/interaction.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDialog>
#include <QPlainTextEdit>
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
        QCOMPARE(Support::named<QPlainTextEdit>(dialog, u"Web address"_s)->toPlainText(),
                 m_page.toString(QUrl::FullyEncoded));
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
        QCOMPARE(Support::named<QPlainTextEdit>(offer(window), u"Folder"_s)->toPlainText(), u"/a folder/data"_s);
        Support::button(*offer(window), u"Close"_s)->click();
        QTRY_VERIFY(!offer(window));
    }

    void withoutAMailProgramTheMessageCanBeCopied()
    {
        const QString message = u"Please create a grant.\nThank you & bye"_s;
        const QByteArray body = QUrl::toPercentEncoding(QString(message).replace(u'\n', "\r\n"_L1));
        const QUrl mail(u"mailto:?subject=A%20grant&body="_s + QString::fromLatin1(body), QUrl::StrictMode);
        QWidget window;
        window.show();
        Ui::openPage(&window, mail);
        QVERIFY(offer(window));
        Support::button(*offer(window), u"Copy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), message);
    }

private:
    const QUrl m_page{u"https://app.example.com/a/-/spreadsheet/1?x=a%20b"_s};
};

QTEST_MAIN(TestOpenPage)
#include "tst_openpage.moc"
