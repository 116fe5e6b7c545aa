#pragma once

#include "notices/condition.h"

#include <functional>

namespace Notices {

struct Text
{
    QString subject{}; // one line
    QString body{}; // lines

    friend bool operator==(const Text &, const Text &) = default;
};

// What one channel is sent.
struct Message
{
    QString id{}; // unique; the same in all channels' forms
    QDateTime at{}; // UTC
    Text text{};
    QList<Change> changes{}; // of one group; empty: a test of the channel
};

// The sentences, see words/noticetext.h.
struct Wording
{
    std::function<Text(const QList<Change> &changes)> notice;
    std::function<Text()> test;
};

} // namespace Notices
