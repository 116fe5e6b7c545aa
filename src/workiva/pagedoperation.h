#pragma once

#include "net/operation.h"
#include "net/service.h"
#include "workiva/pagelinks.h"

#include <optional>

namespace Workiva {

// An operation whose answer comes in pages: a subclass takes every page in, and read() gives the whole after the last
// one. Fails as HttpJob and PageLinks do.
template <typename T> class PagedOperation : public Net::Operation<T>
{
public:
    using Net::Operation<T>::Operation;

protected:
    [[nodiscard]] virtual Core::Result<QString>
    takePage(const Net::Response &response) = 0; // its @nextLink, or nothing

    void run() override
    {
        const Net::Request first = this->request();
        m_links.emplace(this->service().baseUrl().resolved(first.url));
        this->ask(first);
    }

    void answered(const Core::Result<Net::Response> &response) override
    {
        if (!response)
            return Net::Operation<T>::answered(response);
        const auto link = takePage(*response);
        const auto next = link ? m_links->follow(*link) : tl::unexpected(link.error());
        if (!next) {
            Core::Error error = next.error();
            error.service = this->service().id();
            return this->finishWith(tl::unexpected(this->failed(std::move(error))));
        }
        if (next->isEmpty())
            return Net::Operation<T>::answered(response);
        Net::Request request = this->request();
        request.url = *next;
        this->ask(std::move(request));
    }

private:
    std::optional<PageLinks> m_links;
};

} // namespace Workiva
