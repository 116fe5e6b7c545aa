#pragma once

#include <QDialog>

namespace Ui {

// Shows a support report in full, to be saved or copied.
class SupportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SupportDialog)

public:
    explicit SupportDialog(const QString &report, QWidget *parent = nullptr);

    void save(const QString &path); // an error is shown

private:
    void chooseFile();

    const QString m_report;
};

} // namespace Ui
