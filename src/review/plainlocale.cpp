#include "review/plainlocale.h"

namespace Review {

#ifdef Q_OS_WIN

PlainLocale::PlainLocale() = default;
PlainLocale::~PlainLocale() = default;

#else

PlainLocale::PlainLocale() : m_plain(newlocale(LC_ALL_MASK, "C", nullptr)), m_before(uselocale(m_plain)) { }

PlainLocale::~PlainLocale()
{
    uselocale(m_before);
    freelocale(m_plain);
}

#endif

} // namespace Review
