#include "setup/regionchoice.h"

namespace Setup {

void RegionChoice::type(const QString &text)
{
    m_text = text;
    Q_EMIT typed();
    Q_EMIT changed();
}

void RegionChoice::setSheet(const QString &name)
{
    if (name == m_sheetName)
        return;
    m_sheetName = name;
    Q_EMIT changed();
}

QString RegionChoice::namedSheet() const
{
    return Sheet::Region::sheetNameIn(m_text);
}

bool RegionChoice::namesAnother() const
{
    return !m_sheetName.isEmpty() && !Sheet::Region::isNameOf(namedSheet(), m_sheetName);
}

std::optional<Sheet::Region> RegionChoice::region() const
{
    const auto region = Sheet::Region::parse(m_text);
    return region && !namesAnother() ? std::optional(*region) : std::nullopt;
}

} // namespace Setup
