#pragma once

#include <QObject>

class QAction;
class QLineEdit;
class QPushButton;

namespace Ui {

// A secret: a typed one can be revealed; a stored one is used but never displayed, until it is replaced. The form owns
// the controls.
class SecretField final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretField)

public:
    SecretField(QLineEdit *field, QPushButton *replace, QObject *parent);

    void clear(); // neither a stored nor a typed secret
    void setStored(const QString &secret); // from the keychain; a typed secret is kept
    void setFixed(bool fixed); // it cannot be replaced

    [[nodiscard]] QString secret() const; // the one to use: the typed one, or the stored one
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    void setFocus(); // to the control where it can be corrected

Q_SIGNALS:
    void typed(); // something, by the user
    void changed(); // to the stored one, or back

private:
    void replace();
    void keep();
    void showState();

    QLineEdit *m_field;
    QPushButton *m_replace;
    QAction *m_reveal;
    QString m_stored;
    bool m_keeps = false; // the stored one is used
    bool m_fixed = false;
};

} // namespace Ui
