#include "ui/look/dayfield.h"

#include <QDateEdit>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Ui {

QDateEdit *dayField(const QString &name, const QDate &day, QWidget *parent)
{
    auto *field = new QDateEdit(day, parent);
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    if (!format.contains(u"yyyy"_s))
        format.replace(u"yy"_s, u"yyyy"_s);
    field->setDisplayFormat(format);
    field->setCalendarPopup(true);
    field->setAccessibleName(name);
    return field;
}

} // namespace Ui
