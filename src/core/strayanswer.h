#pragma once

#include <QString>

namespace Core {

// Causes of an Error: something other than the service seems to have responded.

// A web page instead of data: a proxy's sign-in, a captive portal, or a wrong host. BadReply.
struct WebPage
{
    QString title{}; // redacted; may be empty
    QString host{}; // of the request

    friend bool operator==(const WebPage &, const WebPage &) = default;
};

// A change was answered with a redirect that is not followed. Rejected.
struct Redirected
{
    QString host{}; // the redirect's target; empty if it is within the service or not specified

    friend bool operator==(const Redirected &, const Redirected &) = default;
};

} // namespace Core
