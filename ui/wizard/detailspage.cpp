#include "ui/wizard/detailspage.h"

#include "ui/forms/detailsform.h"
#include "ui/look/scrolled.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace Ui {

DetailsPage::DetailsPage(WizardContext &context, QWidget *parent)
    : Page(parent), m_context(context), m_form(new DetailsForm(this))
{
    setTitle(tr("Details"));
    setSubTitle(tr("The DataSet to write, and the sheet and region to write it to."));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scrolled(m_form));
    m_form->load(context.draft.profile);
    connect(m_form, &DetailsForm::changed, this, &DetailsPage::completeChanged);
    connect(m_form, &DetailsForm::edited, this, &DetailsPage::edited);
}

void DetailsPage::initializePage()
{
    m_form->setCatalogue(m_context.catalogue);
}

void DetailsPage::setRegion(const Sheet::Region &region)
{
    m_form->setRegion(region);
}

QString DetailsPage::missing() const
{
    return m_form->missing();
}

bool DetailsPage::validatePage()
{
    m_form->save(m_context.draft.profile);
    return true;
}

} // namespace Ui
