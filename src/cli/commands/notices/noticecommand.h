#pragma once

#include "cli/command.h"
#include "cli/saveddata.h"
#include "core/result.h"
#include "notices/channels.h"

#include <QJsonObject>

#include <memory>
#include <string>

namespace Cli {

// A command about the channels of notices.
class NoticeCommand : public Command
{
    Q_OBJECT

public:
    [[nodiscard]] bool isAskedFor() const final;

protected:
    struct Naming
    {
        std::string name;
        std::string text; // for --help
    };

    NoticeCommand(CLI::App &notices, const Naming &naming, QObject *parent);

    [[nodiscard]] CLI::App *app() const { return m_app; }
    void addUsualOptions(); // the last ones

    [[nodiscard]] const QString &dataDir() const { return m_dataDir; }
    [[nodiscard]] SavedData &data(); // read with the first call
    [[nodiscard]] Notices::ChannelStore channels() const;

    // Each ends the command.
    void refuse(const Core::Error &error);
    void show(const QString &text, const QJsonObject &json, ExitCode code = ExitCode::Done);

private:
    CLI::App *m_app;
    QString m_dataDir;
    bool m_json = false;
    std::unique_ptr<SavedData> m_data;
};

} // namespace Cli
