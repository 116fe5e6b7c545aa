#include "ui/forms/completer.h"

#include "ui/look/twolinedelegate.h"
#include "words/whentext.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QKeyEvent>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int factsRole = Qt::UserRole + 1;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Completer)
};

QString factsOf(const Setup::Offer &offer)
{
    QStringList facts;
    if (offer.rows)
        facts.append(Text::tr("%1 rows").arg(QLocale().toString(*offer.rows)));
    if (offer.changed.isValid())
        facts.append(Text::tr("updated %1").arg(Words::whenText(offer.changed, QDateTime::currentDateTimeUtc())));
    if (!offer.owner.isEmpty())
        facts.append(Text::tr("owner %1").arg(offer.owner));
    return facts.join(u" · "_s);
}

// Opens the list in an empty field.
class OpensWhenEmpty final : public QObject
{
public:
    OpensWhenEmpty(QLineEdit *field, QCompleter *completer) : QObject(field), m_field(field), m_completer(completer)
    {
        field->installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        const bool isDown = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down;
        if ((!isDown && event->type() != QEvent::MouseButtonRelease) || !m_field->text().isEmpty()
            || m_field->isReadOnly())
            return false;
        m_completer->setCompletionPrefix({});
        m_completer->complete();
        return isDown;
    }

private:
    QLineEdit *m_field;
    QCompleter *m_completer;
};

} // namespace

QCompleter *addCompleter(QLineEdit *field, QStandardItemModel *model, Icon which)
{
    auto *completer = new QCompleter(model, field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(12);
    completer->popup()->setItemDelegate(new TwoLineDelegate(which, factsRole, completer));
    field->setCompleter(completer);
    QAction *list = field->addAction(icon(which), QLineEdit::LeadingPosition);
    list->setText(QCoreApplication::translate("Completer", "Show the list"));
    QObject::connect(list, &QAction::triggered, completer, [field, completer] {
        field->setFocus();
        completer->setCompletionPrefix(field->text());
        completer->complete();
    });
    new OpensWhenEmpty(field, completer);
    return completer;
}

void offer(QStandardItemModel &model, const QList<Setup::Offer> &offers)
{
    model.clear();
    for (const Setup::Offer &one : offers) {
        auto *item = new QStandardItem(one.label);
        const QString facts = factsOf(one);
        item->setData(one.id, idRole);
        item->setData(facts, factsRole);
        item->setData(facts, Qt::AccessibleDescriptionRole);
        item->setToolTip(facts);
        model.appendRow(item);
    }
}

QString idOf(const QModelIndex &offered)
{
    return offered.data(idRole).toString();
}

} // namespace Ui
