#include "ui/settings/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Ui {

QString translationFolder()
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(u"../share/workiva-writeback/translations"_s);
}

QStringList languagesIn(const QString &folder)
{
    const QString prefix = u"workiva-writeback_"_s;
    const QString suffix = u".qm"_s;
    QStringList languages{u"en"_s};
    const QStringList files = QDir(folder).entryList({prefix + u'*' + suffix}, QDir::Files);
    for (const QString &file : files)
        languages.append(file.mid(prefix.size()).chopped(suffix.size()));
    languages.removeDuplicates();
    languages.sort();
    return languages;
}

QString languageName(const QString &language)
{
    const QLocale locale(language);
    if (!language.contains(u'_'))
        return locale.nativeLanguageName();
    return u"%1 (%2)"_s.arg(locale.nativeLanguageName(), language.section(u'_', 1)); // of a country
}

} // namespace Ui
