#pragma once

#include "profiles/account.h"
#include "profiles/profile.h"
#include "sandbox/standin.h"

#include <optional>

namespace App {

// "Try it with sample data": the stand-in for both services inside this program, and an account and a profile for it.
class SampleData
{
public:
    static const QString accountId; // always the same, so that it is known again at the next start

    struct Sample
    {
        Profiles::Account account;
        QString domoSecret;
        QString workivaSecret;
        Profiles::Profile profile; // the trial balance into its sheet
    };

    // Starts the stand-in once; later calls give the same sample.
    [[nodiscard]] Core::Result<Sample> start();

private:
    std::optional<Sandbox::StandIn> m_standIn;
    Sample m_sample;
};

} // namespace App
