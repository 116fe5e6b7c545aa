#include "app/language.h"

namespace App {

QLocale localeFor(const QString &language, const QLocale &system)
{
    const QLocale own = language.isEmpty() ? QLocale(QLocale::English, QLocale::UnitedStates) : QLocale(language);
    return system.language() == own.language() ? system : own;
}

} // namespace App
