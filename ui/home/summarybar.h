#pragma once

#include "ui/home/profilesmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace Ui {

class ChipButton;

// "9 writebacks", and how many of them are verified, need somebody, are running or have not been run. Each part filters
// the list; so does a group. The parts add up.
class SummaryBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryBar)

public:
    explicit SummaryBar(QWidget *parent = nullptr);

    void show(const ProfilesModel &model);
    using QWidget::show;
    void clear(); // shows all

    [[nodiscard]] std::optional<ProfilesModel::Kind> kind() const;
    [[nodiscard]] std::optional<QString> group() const;

Q_SIGNALS:
    void chosen(); // another filter

private:
    void showGroups(const QStringList &groups);

    QLabel *m_count;
    QList<std::pair<ProfilesModel::Kind, ChipButton *>> m_parts;
    QLabel *m_groupLabel;
    QComboBox *m_groups;
};

} // namespace Ui
