#pragma once

#include "setup/catalogue.h"
#include "setup/columnchoice.h"
#include "sheet/update.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace Ui {

class NullsField;
class ToneLabel;

// Which columns of a DataSet are written, in which order, and how.
class ColumnsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnsDialog)

public:
    // `update` decides whether old values can stay.
    ColumnsDialog(const Setup::DataSet &dataSet, const Sheet::Shaping &shaping, const Sheet::Update &update,
                  QWidget *parent = nullptr);

    [[nodiscard]] Sheet::Shaping shaping() const { return m_choice.shaping(); }

private:
    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QWidget *makeRule();
    void listen();
    void list(qsizetype current);
    void showEntry(int row); // in the list
    void showRule(); // of the current column
    void takeRule();
    void takeTick(int row);
    void move(int by);
    void check();

    Setup::DataSet m_dataSet;
    Sheet::Update m_update;
    Setup::ColumnChoice m_choice;
    bool m_isShowing = false;
    QCheckBox *m_onlyThese;
    QTreeWidget *m_list;
    QPushButton *m_up;
    QPushButton *m_down;
    QWidget *m_rule;
    QLabel *m_name;
    QLineEdit *m_as;
    QComboBox *m_kind;
    QSpinBox *m_decimals;
    NullsField *m_nulls;
    NullsField *m_otherNulls;
    ToneLabel *m_fault;
    QPushButton *m_ok;
};

} // namespace Ui
