#include "ui/forms/timezonefield.h"

#include "schedule/localtime.h"
#include "ui/forms/completer.h"
#include "ui/forms/formparts.h"

#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimeZone>
#include <QVBoxLayout>
#include <QValidator>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

// IDs have no spaces: "new york" finds America/New_York.
class Underscores final : public QValidator
{
public:
    using QValidator::QValidator;

    State validate(QString &input, int &) const override
    {
        input.replace(u' ', u'_');
        return Acceptable;
    }
};

QStandardItemModel *allZones(QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (!id.contains(':')) // Qt's own, "UTC+01:00", are not IANA's
            model->appendRow(new QStandardItem(QString::fromLatin1(id)));
    }
    return model;
}

} // namespace

TimeZoneField::TimeZoneField(QWidget *parent)
    : QWidget(parent), m_id(new QLineEdit(this)), m_offset(explanation(QString()))
{
    m_id->setAccessibleName(tr("Time zone"));
    m_id->setPlaceholderText(tr("Type a part of the name, such as york"));
    m_id->setValidator(new Underscores(m_id));
    addCompleter(m_id, allZones(this), Icon::Clock);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_id);
    layout->addWidget(m_offset);
    setFocusProxy(m_id);
    connect(m_id, &QLineEdit::textChanged, this, &TimeZoneField::showOffset);
    connect(m_id, &QLineEdit::textChanged, this, &TimeZoneField::edited); // also by the completer
    showOffset();
}

QString TimeZoneField::here()
{
    const QString id = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    return ::Schedule::timeZoneNamed(id) ? id : u"UTC"_s;
}

void TimeZoneField::setTimeZone(const QString &id)
{
    const QSignalBlocker noEdit(this);
    m_id->setText(id);
}

QString TimeZoneField::timeZone() const
{
    return m_id->text().trimmed();
}

void TimeZoneField::showOffset()
{
    const auto zone = ::Schedule::timeZoneNamed(timeZone());
    m_offset->setVisible(zone.has_value());
    if (!zone)
        return;
    const QString offset = zone->displayName(QDateTime::currentDateTimeUtc(), QTimeZone::OffsetName);
    m_offset->setText(timeZone() == here() ? tr("That of this computer, %1 at present.").arg(offset)
                                           : tr("%1 at present. This computer is in %2.").arg(offset, here()));
}

} // namespace Ui
