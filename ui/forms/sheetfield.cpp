#include "ui/forms/sheetfield.h"

#include "ui/forms/sheetbox.h"
#include "ui/look/statusline.h"

#include <QSignalBlocker>

namespace Ui {

SheetField::SheetField(Setup::SheetChoice &choice, SheetBox *box, StatusLine *info, QObject *parent)
    : QObject(parent), m_choice(choice), m_box(box), m_info(info)
{
    connect(m_box, &QComboBox::currentIndexChanged, &choice, &Setup::SheetChoice::choose);
    connect(m_box, &QComboBox::activated, &choice, &Setup::SheetChoice::chooseByUser);
    connect(&choice, &Setup::SheetChoice::offered, this, &SheetField::offer);
    connect(&choice, &Setup::SheetChoice::changed, this, &SheetField::showState);
}

void SheetField::offer()
{
    const QSignalBlocker quiet(m_box); // it selects the first item added
    m_box->clear();
    for (const Setup::SheetInfo &sheet : m_choice.sheets())
        m_box->addSheet(sheet);
    m_box->setCurrentIndex(m_choice.index());
}

void SheetField::showState()
{
    m_box->setCurrentIndex(m_choice.index());
    const Setup::SheetInfo *sheet = m_choice.sheet();
    m_box->setAccessibleDescription(sheet ? sheet->path : QString());
    Words::Line line;
    if (m_choice.isLocked())
        line = {Words::Tone::Error, tr("The sheet is locked. Unlock it in Workiva, or choose another one.")};
    else if (m_choice.isGone())
        line = {Words::Tone::Error, tr("The selected sheet is no longer in this spreadsheet. Choose another one.")};
    else if (!sheet && !m_choice.sheets().isEmpty())
        line.text = tr("Choose the sheet to write to.");
    else if (sheet && sheet->lock == Setup::SheetInfo::Lock::InputMode)
        line = {Words::Tone::Warning, tr("The sheet is in input mode: only its input cells can be written.")};
    m_info->say(line);
}

} // namespace Ui
