#pragma once

#include "core/result.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace Setup {

// A request that may take long: started, waited for, stopped, retried. Outdated or stopped answers are ignored.
// SearchFor defines the result. One thread.
class Search : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Search)

public:
    enum class State {
        Idle, // not started
        Waiting,
        Found,
        Failed,
        Stopped,
    };

    using QObject::QObject;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isWaiting() const { return m_state == State::Waiting; }
    [[nodiscard]] const std::optional<QString> &question() const { return m_question; } // the last one, until forget()

    void ask(const QString &question); // a name or an ID; may be empty
    void again(); // the same request; no effect without one or without a source
    void stop(); // discards everything but the question
    void forget(); // discards the question too

Q_SIGNALS:
    void answered(); // Found or Failed

protected:
    void end(bool found);
    [[nodiscard]] bool isOfTurn(int turn) const { return turn == m_turn; }

private:
    [[nodiscard]] virtual bool hasSource() const = 0;
    virtual void send(const QString &question, int turn) = 0;
    virtual void drop() = 0; // discards the result

    void leave(State state);

    State m_state = State::Idle;
    std::optional<QString> m_question;
    int m_turn = 0; // number of requests: answers to earlier ones are ignored
};

template <typename Found> class SearchFor final : public Search
{
public:
    using Answer = std::function<void(const Core::Result<Found> &)>;
    using Source = std::function<void(const QString &question, Answer answer)>; // answers at most once

    using Search::Search;

    void setSource(Source source) { m_source = std::move(source); } // null: no requests

    [[nodiscard]] const Core::Result<Found> &result() const { return *m_result; } // Found or Failed
    [[nodiscard]] const Found *found() const { return m_result && *m_result ? &**m_result : nullptr; }
    [[nodiscard]] const Core::Error *error() const { return m_result && !*m_result ? &m_result->error() : nullptr; }

private:
    [[nodiscard]] bool hasSource() const override { return bool(m_source); }
    void send(const QString &question, int turn) override
    {
        m_source(question, [self = QPointer(this), turn](const Core::Result<Found> &result) {
            if (!self || !self->isOfTurn(turn))
                return;
            self->m_result = result;
            self->end(result.has_value());
        });
    }
    void drop() override { m_result.reset(); }

    Source m_source;
    std::optional<Core::Result<Found>> m_result;
};

} // namespace Setup
