#pragma once

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <deque>
#include <optional>

namespace Support {

// The rows of a test function that this program's command line selects, as in `tst_x function:"row"`; an empty list if
// it selects only other functions. Nothing if it selects everything.
[[nodiscard]] std::optional<QStringList> rowsAskedFor(const QObject &test, const QByteArray &function);

// Runs cases that mostly wait, `atOnce` of them at the same time, and returns when all have ended.
template <typename Case, typename Play> void playSideBySide(std::deque<Case> &cases, int atOnce, const Play &play)
{
    QThreadPool pool;
    pool.setMaxThreadCount(atOnce);
    pool.setExpiryTimeout(-1); // a sandbox ends with the thread that started it
    for (Case &one : cases)
        pool.start([&play, &one] { play(one); });
    pool.waitForDone();
}

} // namespace Support
