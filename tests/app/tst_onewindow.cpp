#include "app/onewindow.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

using App::OneWindow;

namespace {

// Another process, which does not run an event loop yet.
class Caller
{
public:
    Caller(const QString &folder, const QString &what)
        : m_thread(QThread::create([this, folder, what] { m_answered = OneWindow(folder).call(what); }))
    {
        m_thread->start();
    }
    ~Caller() { m_thread->wait(); }
    Q_DISABLE_COPY_MOVE(Caller)

    [[nodiscard]] bool isAnswered()
    {
        return QTest::qWaitFor([this] { return m_thread->isFinished(); }, 20'000) && m_answered;
    }

private:
    std::atomic<bool> m_answered = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace

class TestOneWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void secondInstanceIsNotTheFirst()
    {
        QVERIFY(!OneWindow::isRunning(m_folder->path()));
        OneWindow first(m_folder->path());
        QVERIFY(first.take());
        QVERIFY(OneWindow::isRunning(m_folder->path()));
        OneWindow second(m_folder->path());
        QVERIFY(!second.take());
    }

    void firstInstanceReceivesTheRequest()
    {
        OneWindow first(m_folder->path());
        QVERIFY(first.take());
        QSignalSpy called(&first, &OneWindow::called);
        Caller show(m_folder->path(), u"show"_s);
        QVERIFY(show.isAnswered());
        Caller sample(m_folder->path(), u"sample"_s);
        QVERIFY(sample.isAnswered());
        QCOMPARE(called.size(), 2);
        QCOMPARE(called[0][0].toString(), u"show"_s);
        QCOMPARE(called[1][0].toString(), u"sample"_s);
    }

    void eachFolderHasItsWindow()
    {
        const QTemporaryDir other;
        OneWindow first(m_folder->path());
        OneWindow second(other.path());
        QVERIFY(first.take());
        QVERIFY(second.take());
    }

    void leftoverSocketDoesNoHarm()
    {
        {
            OneWindow made(m_folder->path());
            QVERIFY(made.take());
        }
        // A socket that nobody listens to any more.
        QProcess python;
        python.start(u"python3"_s,
                     {u"-c"_s, u"import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])"_s,
                      m_folder->filePath(u"window.socket"_s)});
        QVERIFY(python.waitForFinished() && python.exitCode() == 0);
        QVERIFY(!OneWindow::isRunning(m_folder->path()));
        OneWindow next(m_folder->path());
        QVERIFY(next.take());
        QSignalSpy called(&next, &OneWindow::called);
        Caller show(m_folder->path(), u"show"_s);
        QVERIFY(show.isAnswered());
    }

    void folderMayHaveALongName()
    {
        const QString deep = m_folder->filePath(u"a long name of a folder "_s.repeated(6));
        QVERIFY(QDir().mkpath(deep));
        OneWindow first(deep);
        QVERIFY(first.take());
        Caller show(deep, u"show"_s);
        QVERIFY(show.isAnswered());
    }

    void waitForTheFirstInstanceIsLimited()
    {
        Core::FileLock held; // held by an instance that does not respond
        QVERIFY(held.take(m_folder->filePath(u"window.lock"_s)));
        OneWindow second(m_folder->path());
        QVERIFY(!second.take());
        Caller show(m_folder->path(), u"show"_s);
        QVERIFY(!show.isAnswered());
    }

    void otherFoldersAreNotNotified()
    {
#ifdef Q_OS_UNIX
        OneWindow first(m_folder->path());
        QVERIFY(first.take());
        const auto others = QFile::ReadOther | QFile::WriteOther | QFile::ReadGroup | QFile::WriteGroup;
        QVERIFY(!(QFileInfo(m_folder->filePath(u"window.socket"_s)).permissions() & others));
#endif
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestOneWindow)
#include "tst_onewindow.moc"
