#pragma once

#include "writeback/runrequest.h"

#include <QJsonObject>
#include <QProcess>

namespace Support {

using namespace Qt::StringLiterals;

// The sandbox as a process on free ports, during the lifetime of this object. Fails the test if it does not start. Its
// sheets can be saved to a file (--state) and loaded by another process, without the first one's faults.
class SandboxProcess final
{
public:
    explicit SandboxProcess(const QStringList &arguments = {});
    ~SandboxProcess();
    Q_DISABLE_COPY_MOVE(SandboxProcess)

    [[nodiscard]] bool isUp() const { return !m_ready.isEmpty(); }
    void stop(); // with SIGTERM: its state is saved

    [[nodiscard]] Core::Login domo() const;
    [[nodiscard]] Core::Login workiva() const;
    [[nodiscard]] QJsonObject dataSet(const QString &name) const; // {id, name, rows, columns}
    [[nodiscard]] QString spreadsheetId(const QString &name) const;
    [[nodiscard]] QStringList sheetsOf(const QString &spreadsheet) const; // their paths
    [[nodiscard]] QString sheetId(const QString &spreadsheet, const QString &path) const;

    // A run from a DataSet into a sheet, by default the empty one, with short timeouts.
    [[nodiscard]] Writeback::RunRequest request(const QString &dataSet, const QString &region,
                                                const QString &spreadsheet = u"Scratch"_s,
                                                const QString &sheet = u"Sheet1"_s) const;

    // Number of calls so far, by the operation's name in the contract.
    [[nodiscard]] int requests(const QString &operation) const;
    [[nodiscard]] int pending() const; // changes of a sheet that have not been applied yet
    [[nodiscard]] qint64 bytes(const QString &operation) const; // of request bodies

private:
    [[nodiscard]] QJsonObject find(const QString &list, const QString &key, const QString &value) const;
    [[nodiscard]] QJsonObject counted(const QString &service) const;

    QProcess m_process;
    QJsonObject m_ready; // its start line
};

} // namespace Support
