#pragma once

#include "setup/catalogue.h"

#include <QPointer>

#include <optional>

class QLineEdit;
class QStandardItemModel;
class QTimer;

namespace Desktop {

class StatusLine;

// The Domo DataSet ID: searched for by name while the user types, or given as an ID or an address. Says below the field
// what Domo tells of it. The controls are the form's.
class DataSetField final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DataSetField)

public:
    DataSetField(QLineEdit *field, StatusLine *info, QObject *parent);

    void setCatalogue(Setup::Catalogue *catalogue); // borrowed; asked at once. Null: nobody is asked
    void load(const QString &id, const QString &name);

    [[nodiscard]] const std::optional<Setup::DataSet> &dataSet() const { return m_dataSet; } // as Domo told of it
    [[nodiscard]] bool isWaiting() const { return m_waits; }

Q_SIGNALS:
    void changed();

private:
    void forget(); // what is known of it; not what it is
    void edited();
    void search(); // by the name that is typed
    void found(const Core::Result<QList<Setup::DataSet>> &found);
    void ask(const QString &id);
    void fetched(const Core::Result<Setup::DataSet> &dataSet);
    void stopped();

    QLineEdit *m_field;
    StatusLine *m_info;
    QPointer<Setup::Catalogue> m_catalogue;
    QStandardItemModel *m_offered;
    QTimer *m_pause; // until the user stops typing
    std::optional<Setup::DataSet> m_dataSet;
    QString m_asked; // last, as an ID; until the field is edited
    bool m_searching = false; // for what the user typed
    bool m_waits = false;
};

} // namespace Desktop
