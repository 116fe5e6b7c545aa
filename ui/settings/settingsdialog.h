#pragma once

#include "profiles/settings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace Ui {

class StatusLine;

// The settings of the window. saved() is emitted when the user saves; the dialog stores nothing itself.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)

public:
    // What is shown besides the settings.
    struct Surroundings
    {
        QStringList languages; // that can be chosen
        QString dataFolder;
    };

    SettingsDialog(const Profiles::Settings &settings, const Surroundings &around, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    [[nodiscard]] Profiles::Settings entered() const;

    void accept() override;

Q_SIGNALS:
    void saved(const Profiles::Settings &settings);

private:
    [[nodiscard]] QWidget *makeForm(const Surroundings &around);
    void addLanguages(const QStringList &languages, const QString &chosen);
    void addProxy(QFormLayout *form);
    void addFolder(QFormLayout *form, const QString &folder);
    void showState();

    const Profiles::Settings m_given;
    QComboBox *m_language;
    QSpinBox *m_runsAtOnce;
    QCheckBox *m_confirms;
    QCheckBox *m_notifies;
    QComboBox *m_proxy;
    QLineEdit *m_host;
    QSpinBox *m_port;
    StatusLine *m_proxyFault;
    QPushButton *m_save = nullptr;
};

} // namespace Ui
