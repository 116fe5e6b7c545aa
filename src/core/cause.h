#pragma once

#include <any>
#include <concepts>
#include <type_traits>
#include <utility>

namespace Core {

// What an error knows beyond its kind, as a value of the layer that found it: where in a region's text the fault is,
// which row of a CSV, which finding of a guard. Who decides by it asks for the type; the words of an error are for
// people and are never parsed. T can be copied and compared. Empty by default.
class Cause
{
public:
    Cause() = default;

    template <typename T>
    requires(!std::same_as<std::remove_cvref_t<T>, Cause>)
        Cause(T value) // implicit: an error is written down as one braced value
        : m_value(std::move(value)), m_areEqual([](const std::any &a, const std::any &b) {
            return *std::any_cast<T>(&a) == *std::any_cast<T>(&b);
        })
    {
    }

    // Null when the cause is another or none.
    template <typename T> [[nodiscard]] const T *as() const { return std::any_cast<T>(&m_value); }

    friend bool operator==(const Cause &a, const Cause &b)
    {
        return a.m_value.type() == b.m_value.type() && (!a.m_areEqual || a.m_areEqual(a.m_value, b.m_value));
    }

private:
    std::any m_value;
    bool (*m_areEqual)(const std::any &, const std::any &) = nullptr; // of two values of this type
};

} // namespace Core
