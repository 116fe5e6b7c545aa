#include "sheet/update.h"

using namespace Qt::StringLiterals;

namespace Sheet {

namespace {

using Kind = UpdateMethod::Kind;

Core::Failure fault(UpdateFault::Reason reason, const QString &subject)
{
    return Core::fail(
        Core::Error{.kind = Core::ErrorKind::InvalidInput, .subject = subject, .cause = UpdateFault{reason}});
}

} // namespace

QString name(Formulas formulas)
{
    switch (formulas) {
    case Formulas::Overwrite: return u"overwrite"_s;
    case Formulas::Keep: return u"keep"_s;
    case Formulas::Stop: return u"stop"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Formulas> formulasOf(const QString &text)
{
    for (int each = 0; each <= int(lastFormulas); ++each) {
        if (name(Formulas(each)) == text)
            return Formulas(each);
    }
    return {};
}

Core::Result<void> check(const Update &update)
{
    const QString method = name({.kind = update.kind});
    if (update.keys.isEmpty() && (update.kind == Kind::Upsert || update.keepsOrder))
        return fault(UpdateFault::Reason::NoKey, method);
    if (update.kind == Kind::Partition && update.partition.isEmpty())
        return fault(UpdateFault::Reason::NoPartition, method);
    if (update.kind != Kind::Partition && !update.partition.isEmpty())
        return fault(UpdateFault::Reason::PartitionOfAnotherMethod, method);
    if (update.kind != Kind::Replace && update.keepsOrder)
        return fault(UpdateFault::Reason::OrderOfAnotherMethod, method);
    return {};
}

} // namespace Sheet
