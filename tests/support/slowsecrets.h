#pragma once

#include "profiles/secretstore.h"

#include <QPointer>

#include <functional>
#include <vector>

namespace Support {

// A keychain that waits for its user: each call of answer() answers one request, in order.
class SlowSecrets final : public Profiles::SecretStore
{
public:
    explicit SlowSecrets(Profiles::SecretStore &real) : m_real(real) { }

    bool refuses = false; // then nothing is done, and the answer is Keychain

    void read(const QString &accountId, Profiles::Secret secret, QObject *context, Read answer) override
    {
        ask([=, this, asker = QPointer(context)] {
            if (asker)
                refuses ? answer(refusal()) : m_real.read(accountId, secret, asker, answer);
        });
    }

    void write(const QString &accountId, Profiles::Secret secret, const QString &value, QObject *context,
               Done answer) override
    {
        ask([=, this, asker = QPointer(context)] {
            if (asker)
                refuses ? answer(refusal()) : m_real.write(accountId, secret, value, asker, answer);
        });
    }

    void remove(const QString &accountId, Profiles::Secret secret, QObject *context, Done answer) override
    {
        ask([=, this, asker = QPointer(context)] {
            if (asker)
                refuses ? answer(refusal()) : m_real.remove(accountId, secret, asker, answer);
        });
    }

    [[nodiscard]] bool isPersistent() const override { return true; }

    [[nodiscard]] size_t waiting() const { return m_questions.size(); }

    void answer() // the oldest request
    {
        const auto question = m_questions.front();
        m_questions.erase(m_questions.begin());
        question();
    }

private:
    static Core::Failure refusal() { return Core::fail(Core::ErrorKind::Keychain); }

    void ask(std::function<void()> question) { m_questions.push_back(std::move(question)); }

    Profiles::SecretStore &m_real;
    std::vector<std::function<void()>> m_questions;
};

} // namespace Support
