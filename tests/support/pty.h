#pragma once

#include <QByteArray>
#include <QString>

class QProcess;

namespace Support {

// A pseudo-terminal for a program: collects what the program writes, and provides what it reads. POSIX only.
class Pty final
{
public:
    Pty();
    ~Pty();
    Q_DISABLE_COPY_MOVE(Pty)

    // Before the program is started: which of its standard streams are the terminal.
    void attach(QProcess &process, bool input, bool error) const;

    void type(const QByteArray &text) const;
    [[nodiscard]] QByteArray shown(); // so far

private:
    int m_ours = -1;
    int m_theirs = -1;
    QByteArray m_shown;
};

} // namespace Support
