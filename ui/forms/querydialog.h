#pragma once

#include "sheet/rowquery.h"

#include <QDialog>

#include <map>

class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace Ui {

class ToneLabel;
class WrapLabel;

// The SQL that chooses a DataSet's rows, and the values of its parameters.
class QueryDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueryDialog)

public:
    // `period`: that of the data, which the SQL may have as a parameter.
    QueryDialog(const Sheet::RowQuery &query, const QString &period, QWidget *parent = nullptr);

    [[nodiscard]] Sheet::RowQuery query() const; // only the parameters that the SQL has

private:
    void showParameters(); // those of the SQL, with the values that were entered for them
    void check();

    QString m_period;
    std::map<QString, QString> m_values; // of every parameter that was seen
    std::map<QString, QLineEdit *> m_fields; // of those that the SQL has
    QPlainTextEdit *m_sql;
    QWidget *m_parameters;
    QFormLayout *m_form;
    WrapLabel *m_periodNote;
    ToneLabel *m_fault;
    QPushButton *m_ok;
};

} // namespace Ui
