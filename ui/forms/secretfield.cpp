#include "ui/forms/secretfield.h"

#include "core/pasted.h"
#include "ui/look/revealaction.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>

namespace Ui {

SecretField::SecretField(QLineEdit *field, QPushButton *replace, QObject *parent)
    : QObject(parent), m_field(field), m_replace(replace), m_reveal(addRevealAction(field))
{
    connect(m_field, &QLineEdit::textEdited, this, &SecretField::typed);
    connect(m_replace, &QPushButton::clicked, this, [this] {
        m_keeps ? this->replace() : keep();
        Q_EMIT changed();
    });
    showState();
}

void SecretField::clear()
{
    m_stored.clear();
    m_keeps = false;
    m_field->clear();
    m_reveal->setChecked(false); // it was checked for another secret
    showState();
}

void SecretField::setStored(const QString &secret)
{
    m_stored = secret;
    m_keeps = !secret.isEmpty() && m_field->text().isEmpty();
    showState();
}

void SecretField::setFixed(bool fixed)
{
    m_fixed = fixed;
    showState();
}

QString SecretField::secret() const
{
    return m_keeps ? m_stored : Core::trimmed(m_field->text());
}

void SecretField::setFocus()
{
    m_keeps && !m_fixed ? m_replace->setFocus() : m_field->setFocus();
}

void SecretField::replace()
{
    m_keeps = false;
    showState();
    m_field->setFocus();
}

void SecretField::keep()
{
    m_field->clear();
    m_reveal->setChecked(false);
    m_keeps = true;
    showState();
}

void SecretField::showState()
{
    const bool isReadOnly = m_keeps || m_fixed;
    m_field->setReadOnly(isReadOnly);
    m_field->setPlaceholderText(m_keeps ? tr("Stored") : QString());
    m_field->setAccessibleDescription(m_keeps ? tr("Stored and not shown") : QString());
    m_reveal->setVisible(!isReadOnly);
    m_replace->setVisible(!m_stored.isEmpty() && !m_fixed);
    m_replace->setText(m_keeps ? tr("Replace") : tr("Keep current"));
    const QString name = m_field->accessibleName();
    m_replace->setAccessibleName(m_keeps ? tr("Replace: %1").arg(name) : tr("Keep current: %1").arg(name));
}

} // namespace Ui
