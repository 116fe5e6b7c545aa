#pragma once

#include <any>
#include <concepts>
#include <type_traits>
#include <utility>

namespace Core {

// What an error knows besides its kind, as a value of the layer that found it: the position of the fault in a region's
// text, the row of a CSV, the finding of a guard. Code that needs it asks for the type; an error's text is for people
// and is never parsed. T must be copyable and comparable. Empty by default.
class Cause
{
public:
    Cause() = default;

    template <typename T>
    requires(!std::same_as<std::remove_cvref_t<T>, Cause>)
        Cause(T value) // implicit, so that an error can be written as one braced initializer
        : m_value(std::move(value)), m_areEqual([](const std::any &a, const std::any &b) {
            return *std::any_cast<T>(&a) == *std::any_cast<T>(&b);
        })
    {
    }

    // Null if the cause is of another type or missing.
    template <typename T> [[nodiscard]] const T *as() const { return std::any_cast<T>(&m_value); }

    friend bool operator==(const Cause &a, const Cause &b)
    {
        return a.m_value.type() == b.m_value.type() && (!a.m_areEqual || a.m_areEqual(a.m_value, b.m_value));
    }

private:
    std::any m_value;
    bool (*m_areEqual)(const std::any &, const std::any &) = nullptr; // compares two values of this type
};

} // namespace Core
