#pragma once

#include <QtGlobal>

#ifndef Q_OS_WIN
#include <clocale>
#endif

namespace Review {

// C functions of this thread write numbers with a decimal point during the lifetime of this object. Elsewhere than on
// Windows, QCoreApplication gives them the user's locale.
class PlainLocale
{
public:
    PlainLocale();
    ~PlainLocale();
    Q_DISABLE_COPY_MOVE(PlainLocale)

#ifndef Q_OS_WIN
private:
    locale_t m_plain;
    locale_t m_before;
#endif
};

} // namespace Review
