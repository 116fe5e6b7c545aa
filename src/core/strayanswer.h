#pragma once

#include <QString>

namespace Core {

// Causes of an Error: somebody else than the service seems to have answered.

// A web page came where data belongs: a proxy's sign-in, a captive portal, or the host is a wrong one. BadReply.
struct WebPage
{
    QString title{}; // cleaned; may be empty
    QString host{}; // that was asked

    friend bool operator==(const WebPage &, const WebPage &) = default;
};

// A change was answered with a redirect that is not followed. Rejected.
struct Redirected
{
    QString host{}; // where to; empty within the service itself, or when the answer does not tell

    friend bool operator==(const Redirected &, const Redirected &) = default;
};

} // namespace Core
