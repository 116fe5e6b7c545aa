#pragma once

#include "core/result.h"

#include <QList>

namespace Cli {

// A name of a list, and what follows its equals sign.
struct NamedValue
{
    QString name{};
    std::optional<QString> value{}; // not empty

    friend bool operator==(const NamedValue &, const NamedValue &) = default;
};

// Reads a list of columns as typed: names separated by commas, each with a value after an equals sign or without:
// "Entity, Account=Acct". Blanks around a name or a value do not count. In double quotes, either may contain anything;
// a quote in it is doubled, and a name may be empty. A value without quotes may contain equals signs. InvalidInput,
// with the list as subject and Core::NotAList as cause, for a quote that does not end, text after one, and a missing
// name or value.
[[nodiscard]] Core::Result<QList<NamedValue>> namesIn(const QString &list);

// A name as namesIn() reads it.
[[nodiscard]] QString inList(const QString &name);

} // namespace Cli
