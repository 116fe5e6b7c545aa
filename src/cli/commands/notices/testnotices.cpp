#include "cli/commands/notices/testnotices.h"

#include "cli/helptext.h"
#include "cli/notifying.h"
#include "cli/saveddefinitions.h"
#include "cli/table.h"
#include "profiles/keychainsecretstore.h"

#include <CLI/CLI.hpp>

using namespace Qt::StringLiterals;

namespace Cli {

TestNotices::TestNotices(CLI::App &notices, QObject *parent)
    : NoticeCommand(notices, {"test", "Send a test to the mail recipients, the desktop, and every webhook"}, parent)
{
    addUsualOptions();
    app()->footer("Pings are not tested, because one would count as a run.\n\nThe exit code is "
                  + std::to_string(int(ExitCode::NeedsAttention))
                  + " if a channel did not accept it, or if none is set up.");
}

TestNotices::~TestNotices() = default;

void TestNotices::start()
{
    m_keychain = std::make_unique<Profiles::KeychainSecretStore>(unattendedTimeout);
    m_teller = std::make_unique<Notices::Teller>(noticeMeans(data(), dataDir(), *m_keychain, m_clock));
    connect(m_teller.get(), &Notices::Teller::outcome, this, &TestNotices::add);
    connect(m_teller.get(), &Notices::Teller::idle, this, &TestNotices::showAll);
    m_teller->test();
}

void TestNotices::add(const Notices::Outcome &outcome)
{
    const ToldLine line = toldLine(outcome, data().store());
    m_rows.append({line.channel, line.text});
    m_array.append(toldJson(outcome, data().store()));
    m_isGood = m_isGood && !outcome.error;
}

void TestNotices::showAll()
{
    const bool isGood = m_isGood && !m_rows.isEmpty();
    show(m_rows.isEmpty() ? u"No channels are set up."_s : tableText(m_rows), {{u"channels"_s, m_array}},
         isGood ? ExitCode::Done : ExitCode::NeedsAttention);
}

} // namespace Cli
