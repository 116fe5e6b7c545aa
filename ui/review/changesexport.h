#pragma once

#include "review/exportprogress.h"
#include "core/latest.h"
#include "writeback/runreport.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace Ui {

class MessageBar;

// Writes the changes of a comparison to a file, CSV or .xlsx by its name, beside the window's thread: a line that shows
// the progress and can stop it, and then what became of it. Takes no space otherwise.
class ChangesExport final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangesExport)

public:
    explicit ChangesExport(QWidget *parent = nullptr);
    ~ChangesExport() override;

    // The file, and then start(). `kept`: cells that stay as they are in the sheet.
    void choose(const Writeback::RunReport &report, const QDateTime &compared, const std::vector<Sheet::Span> &kept);
    void start(const Writeback::RunReport &report, const QDateTime &compared, const QString &path,
               const std::vector<Sheet::Span> &kept = {});
    [[nodiscard]] bool isRunning() const { return m_progress != nullptr; }

Q_SIGNALS:
    void ended(); // whether or not there is a file

private:
    void cancel();
    void end(const Core::Result<void> &written);

    QString m_path;
    std::shared_ptr<Review::ExportProgress> m_progress; // null: nothing is written
    Core::Latest<Core::Result<void>> m_writing;
    QTimer m_look; // at the progress
    QWidget *m_line;
    QLabel *m_what;
    QProgressBar *m_bar;
    MessageBar *m_message;
};

} // namespace Ui
