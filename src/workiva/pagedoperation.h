#pragma once

#include "net/operation.h"
#include "net/service.h"
#include "workiva/pagelinks.h"

#include <optional>

namespace Workiva {

// The result of reading one page.
struct Page
{
    QString next{}; // its @nextLink; empty: the last page
    bool isNew = true; // it had new content; many pages in a row without any would never end
    bool isEnough = false; // no further pages are needed
};

// An operation with a paged response: a subclass processes each page, and read() returns the whole after the last one.
// Many pages in a row without new content, or more pages than any sheet has, are BadReply. Other errors are those of
// HttpJob and PageLinks.
template <typename T> class PagedOperation : public Net::Operation<T>
{
public:
    using Net::Operation<T>::Operation;

protected:
    [[nodiscard]] virtual Core::Result<Page> takePage(const Net::Response &response) = 0;

    void run() override
    {
        const Net::Request first = this->request();
        m_links.emplace(PageLinks::Begin{.base = this->service().baseUrl(), .firstPage = first.url});
        m_pages = 0;
        m_nothingNew = 0;
        this->send(first);
    }

    void answered(const Core::Result<Net::Response> &response) override
    {
        if (!response)
            return Net::Operation<T>::answered(response);
        const auto page = takePage(*response);
        const auto next = page ? follow(*page) : Core::propagate(page);
        if (!next)
            return this->finishWith(Core::propagate(next));
        if (next->isEmpty())
            return Net::Operation<T>::answered(response);
        Net::Request request = this->request();
        request.url = *next;
        this->send(std::move(request));
    }

private:
    static constexpr int maxPages = 5'000; // ten times what 2,000,000 cells need in small pages
    static constexpr int maxWithNothingNew = 3;

    [[nodiscard]] Core::Result<QUrl> follow(const Page &page)
    {
        if (page.isEnough || page.next.isEmpty())
            return QUrl();
        m_nothingNew = page.isNew ? 0 : m_nothingNew + 1;
        if (m_nothingNew == maxWithNothingNew || ++m_pages == maxPages)
            return Core::fail(Core::ErrorKind::BadReply, QStringLiteral("$.@nextLink"),
                              QStringLiteral("pages without end"));
        return m_links->follow(page.next);
    }

    std::optional<PageLinks> m_links;
    int m_pages = 0;
    int m_nothingNew = 0; // number of pages in a row
};

} // namespace Workiva
