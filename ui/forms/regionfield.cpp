#include "ui/forms/regionfield.h"

#include "ui/look/tonelabel.h"
#include "words/regiontext.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

// The text with the wrong character underlined.
QString marked(const QString &text, qsizetype position)
{
    const QString wrong = position < text.size() ? QString(text[position]).toHtmlEscaped() : u"&nbsp;"_s;
    return text.left(position).toHtmlEscaped() + u"<b><u>%1</u></b>"_s.arg(wrong)
        + text.mid(position + 1).toHtmlEscaped();
}

} // namespace

RegionField::RegionField(Setup::RegionChoice &choice, QLineEdit *field, ToneLabel *info, QObject *parent)
    : QObject(parent), m_choice(choice), m_info(info)
{
    m_info->setTextFormat(Qt::RichText);
    connect(field, &QLineEdit::textChanged, &choice, &Setup::RegionChoice::type);
    connect(&choice, &Setup::RegionChoice::changed, this, &RegionField::showState);
    showState();
}

Words::Line RegionField::meaning() const
{
    const QString &text = m_choice.text();
    if (text.trimmed().isEmpty())
        return {Words::Tone::Note, tr("Where the data goes in the sheet.")};
    const auto region = Sheet::Region::parse(text);
    if (!region) {
        const Sheet::RegionFault fault = *region.error().cause.as<Sheet::RegionFault>(); // parse() always sets it
        return {Words::Tone::Error,
                u"%1 – %2"_s.arg(marked(text, fault.position), Words::regionFaultText(fault).toHtmlEscaped())};
    }
    if (m_choice.namesAnother())
        return {Words::Tone::Error,
                tr("The region names the sheet \"%1\", but the sheet selected above is \"%2\". Choose that sheet, or "
                   "remove its name.")
                    .arg(m_choice.namedSheet().toHtmlEscaped(), m_choice.sheetName().toHtmlEscaped())};
    return {Words::Tone::Ok, Words::regionText(*region)};
}

void RegionField::showState()
{
    const Words::Line line = meaning();
    line.tone == Words::Tone::Error ? m_info->announce(line) : m_info->setLine(line);
}

} // namespace Ui
