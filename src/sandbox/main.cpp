#include "sandbox/standin.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

// A signal handler may do almost nothing: it sets a flag, and a timer checks it.
volatile std::sig_atomic_t stopped = 0;
constexpr int checkInterval = 50; // milliseconds

void onSignal(int)
{
    stopped = 1;
}

void print(std::FILE *to, const QByteArray &text)
{
    std::fputs((text + '\n').constData(), to);
    std::fflush(to);
}

int complain(const Core::Error &error)
{
    const QString subject = error.subject.isEmpty() ? QString() : error.subject + u": "_s;
    print(stderr, "workiva-writeback-sandbox: " + (subject + error.detail).toUtf8());
    return error.kind == Core::ErrorKind::InvalidInput ? 2 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto options = Sandbox::Options::parse(QCoreApplication::arguments().sliced(1));
    if (!options)
        return complain(options.error());
    if (options->help) {
        print(stdout, Sandbox::Options::helpText().toUtf8());
        return 0;
    }

    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &application, [] {
        if (stopped)
            QCoreApplication::quit();
    });
    look.start(checkInterval);

    Sandbox::StandIn standIn(*options);
    const auto ready = standIn.start();
    if (!ready)
        return complain(ready.error());
    print(stdout, QJsonDocument(*ready).toJson(QJsonDocument::Compact));

    const int code = QCoreApplication::exec();
    const auto saved = standIn.stop();
    return saved ? code : complain(saved.error());
}
