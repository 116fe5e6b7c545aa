#include "sandbox/standin.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace {

// A signal handler may do next to nothing: it writes a byte into a pipe that the event loop watches.
int signalPipe[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = write(signalPipe[1], &byte, 1);
}

void print(std::FILE *to, const QByteArray &text)
{
    std::fputs((text + '\n').constData(), to);
    std::fflush(to);
}

int complain(const Core::Error &error)
{
    const QString subject = error.subject.isEmpty() ? QString() : error.subject + QStringLiteral(": ");
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

    if (pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return 1;
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    QSocketNotifier notifier(signalPipe[0], QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &application, [] { QCoreApplication::quit(); });

    Sandbox::StandIn standIn(*options);
    const auto ready = standIn.start();
    if (!ready)
        return complain(ready.error());
    print(stdout, QJsonDocument(*ready).toJson(QJsonDocument::Compact));

    const int code = QCoreApplication::exec();
    const auto saved = standIn.stop();
    return saved ? code : complain(saved.error());
}
