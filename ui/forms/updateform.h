#pragma once

#include "setup/details.h"
#include "sheet/update.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;

namespace Ui {

class ColumnList;
class ToneLabel;
class WrapLabel;

// How the region is updated: the update method, the columns that it needs, the order of rows, and formulas.
class UpdateForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpdateForm)

public:
    explicit UpdateForm(QWidget *parent = nullptr);

    void load(const Sheet::Update &update);
    [[nodiscard]] Sheet::Update update() const;

    // The columns to choose from. Null: not known; only those chosen before are listed.
    void setDataSet(const Setup::DataSet *dataSet, bool datesAsText);

    [[nodiscard]] QString missing() const; // the first thing to correct; empty: nothing

Q_SIGNALS:
    void edited(); // by the user

private:
    [[nodiscard]] QWidget *makeMethods();
    void showMethod();

    QButtonGroup *m_methods;
    QLabel *m_columnsLabel;
    WrapLabel *m_columnsHelp;
    ColumnList *m_keys;
    ColumnList *m_partition;
    ToneLabel *m_fault; // of the columns
    WrapLabel *m_dates; // why some columns cannot be chosen
    QCheckBox *m_keepOrder;
    QComboBox *m_formulas;
    std::optional<Setup::DataSet> m_dataSet;
    bool m_datesAsText = false;
};

} // namespace Ui
