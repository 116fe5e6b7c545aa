#include "ui/forms/regionfield.h"

#include "ui/forms/regiontext.h"
#include "ui/forms/tell.h"
#include "words/errortext.h"

#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

// What is typed, with the character that is wrong underlined.
QString marked(const QString &text, qsizetype position)
{
    const QString wrong = position < text.size() ? QString(text[position]).toHtmlEscaped() : u"&nbsp;"_s;
    return text.left(position).toHtmlEscaped() + u"<b><u>%1</u></b>"_s.arg(wrong)
        + text.mid(position + 1).toHtmlEscaped();
}

} // namespace

RegionField::RegionField(QLineEdit *field, QLabel *info, QObject *parent)
    : QObject(parent), m_field(field), m_info(info)
{
    m_info->setTextFormat(Qt::RichText);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        showState();
        Q_EMIT changed();
    });
    showState();
}

void RegionField::setText(const QString &text)
{
    m_field->setText(text);
}

void RegionField::setSheet(const Setup::SheetInfo *sheet)
{
    m_sheetName = sheet ? sheet->name : QString();
    showState();
}

std::optional<Sheet::Region> RegionField::region() const
{
    const auto region = Sheet::Region::parse(m_field->text());
    return region && !namesAnother() ? std::optional(*region) : std::nullopt;
}

QString RegionField::namedSheet() const
{
    return Sheet::Region::sheetNameIn(m_field->text());
}

bool RegionField::namesAnother() const
{
    return !m_sheetName.isEmpty() && !Sheet::Region::isNameOf(namedSheet(), m_sheetName);
}

QString RegionField::meaning() const
{
    const QString text = m_field->text();
    if (text.trimmed().isEmpty())
        return tr("Where the data goes in the sheet.");
    const auto region = Sheet::Region::parse(text);
    if (!region) {
        const Sheet::RegionFault fault = *region.error().cause.as<Sheet::RegionFault>(); // parse() always tells
        return u"✗ %1 – %2"_s.arg(marked(text, fault.position), Words::regionFaultText(fault).toHtmlEscaped());
    }
    if (namesAnother())
        return tr("✗ The region is of the sheet \"%1\", but the sheet chosen above is \"%2\". Choose that sheet, or "
                  "leave "
                  "its name out.")
            .arg(namedSheet().toHtmlEscaped(), m_sheetName.toHtmlEscaped());
    return u"✓ "_s + regionText(*region);
}

void RegionField::showState()
{
    const QString text = meaning();
    text.startsWith(u'✗') ? announce(m_info, text) : m_info->setText(text);
}

} // namespace Desktop
