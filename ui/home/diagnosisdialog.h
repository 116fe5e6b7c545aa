#pragma once

#include "core/latest.h"
#include "runs/doctor.h"
#include "runs/schedules.h"

#include <QDialog>

class QPushButton;
class QTreeWidget;

namespace Ui {

class StatusLine;

// Examines everything that runs of a saved writeback need, link by link, and shows what was found of each.
class DiagnosisDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiagnosisDialog)

public:
    // What the schedulers have; called on a thread of the pool.
    using Installed = std::function<Runs::Doctor::Schedules()>;

    // `installed` is called if the writeback is scheduled; none: it is only for this session.
    DiagnosisDialog(Profiles::Profile profile, std::unique_ptr<Runs::Doctor> doctor, Core::ProxyChoice proxy,
                    const Installed &installed, QWidget *parent = nullptr);
    ~DiagnosisDialog() override; // stops it

private:
    void examine(const std::optional<Runs::Doctor::Schedules> &schedules);
    void showLinks();
    void copy() const;

    const Profiles::Profile m_profile;
    const Core::ProxyChoice m_proxy;
    const std::unique_ptr<Runs::Doctor> m_doctor;
    Core::Latest<Runs::Doctor::Schedules> m_asking;
    QTreeWidget *m_list;
    StatusLine *m_result;
    QPushButton *m_copy;
};

} // namespace Ui
