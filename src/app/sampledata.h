#pragma once

#include "profiles/account.h"
#include "profiles/profile.h"
#include "sandbox/standin.h"

#include <optional>

namespace App {

// "Try it with sample data": the sandbox of both services inside this program, with an account and a profile for it.
class SampleData
{
public:
    static const QString accountId; // constant, so that the next start recognizes it

    struct Sample
    {
        Profiles::Account account;
        QString domoSecret;
        QString workivaSecret;
        Profiles::Profile profile; // writes the trial balance to its sheet
    };

    // Starts the sandbox once; later calls return the same sample.
    [[nodiscard]] Core::Result<Sample> start();

private:
    std::optional<Sandbox::StandIn> m_standIn;
    Sample m_sample;
};

} // namespace App
