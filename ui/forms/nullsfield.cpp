#include "ui/forms/nullsfield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace Ui {

namespace {

using Kind = Sheet::NullRule::Kind;

} // namespace

NullsField::NullsField(const QString &name, const QString &inherits, QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox(this)), m_text(new QLineEdit(this))
{
    if (!inherits.isEmpty())
        m_kind->addItem(inherits);
    m_kind->addItem(tr("Clear the cell"), int(Kind::Clear));
    m_kind->addItem(tr("Keep the old value"), int(Kind::Keep));
    m_kind->addItem(tr("Write a text"), int(Kind::Word));
    m_kind->setAccessibleName(name);
    m_text->setAccessibleName(tr("Text for nulls"));
    m_text->setPlaceholderText(tr("For example n/a"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->addWidget(m_kind);
    line->addWidget(m_text, 1);
    setFocusProxy(m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &NullsField::showText);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &NullsField::edited);
    connect(m_text, &QLineEdit::textChanged, this, &NullsField::edited);
    showText();
}

void NullsField::setRule(const std::optional<Sheet::NullRule> &rule)
{
    const QSignalBlocker blocked(this);
    m_kind->setCurrentIndex(rule ? m_kind->findData(int(rule->kind)) : 0);
    m_text->setText(rule ? rule->word : QString());
}

std::optional<Sheet::NullRule> NullsField::rule() const
{
    const QVariant kind = m_kind->currentData();
    if (!kind.isValid())
        return {};
    const auto chosen = Kind(kind.toInt());
    return Sheet::NullRule{chosen, chosen == Kind::Word ? m_text->text() : QString()};
}

void NullsField::showText()
{
    m_text->setVisible(m_kind->currentData() == int(Kind::Word));
}

} // namespace Ui
