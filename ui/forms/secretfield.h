#pragma once

#include <QObject>

class QAction;
class QLineEdit;
class QPushButton;

namespace Ui {

// A secret: typed, and then it can be looked at; or stored, and then it is used without being shown to anybody, until
// another one is to take its place. The controls are the form's.
class SecretField final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretField)

public:
    SecretField(QLineEdit *field, QPushButton *replace, QObject *parent);

    void clear(); // nothing is stored, nothing is typed
    void setStored(const QString &secret); // from the keychain; what is typed already stays
    void setFixed(bool fixed); // it cannot be replaced

    [[nodiscard]] QString secret() const; // that is meant: the typed one, or the stored one
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    void setFocus(); // where it can be put right

Q_SIGNALS:
    void typed(); // something, by the user
    void changed(); // to the stored one, or away from it

private:
    void replace();
    void keep();
    void showState();

    QLineEdit *m_field;
    QPushButton *m_replace;
    QAction *m_reveal;
    QString m_stored;
    bool m_keeps = false; // the stored one is meant
    bool m_fixed = false;
};

} // namespace Ui
