#pragma once

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <deque>
#include <optional>

namespace Support {

// The rows of a test function that the command line of this program asks for, as in `tst_x function:"row"`: none where
// it names other functions of the test alone. Nothing where it asks for all.
[[nodiscard]] std::optional<QStringList> rowsAskedFor(const QObject &test, const QByteArray &function);

// Plays cases that wait more than they work, `atOnce` of them at the same time, and returns when all are over.
template <typename Case, typename Play> void playSideBySide(std::deque<Case> &cases, int atOnce, const Play &play)
{
    QThreadPool pool;
    pool.setMaxThreadCount(atOnce);
    pool.setExpiryTimeout(-1); // a sandbox ends with the thread that began it
    for (Case &one : cases)
        pool.start([&play, &one] { play(one); });
    pool.waitForDone();
}

} // namespace Support
