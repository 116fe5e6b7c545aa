#include "ui/wizard/detailspage.h"

#include "ui/forms/detailsform.h"
#include "ui/forms/fieldwidth.h"
#include "ui/forms/sidebyside.h"
#include "ui/look/card.h"
#include "ui/look/scrolled.h"
#include "ui/look/statusline.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace Ui {

DetailsPage::DetailsPage(WizardContext &context, QWidget *parent)
    : Page(tr("Details"), parent), m_context(context), m_form(new DetailsForm(this)), m_signIn(new StatusLine(this))
{
    explain(tr("The DataSet to write, and the sheet and region to write it to."));
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins({});
    column->addWidget(m_form);
    limitWidth(column, m_form);
    body()->addWidget(m_signIn);
    auto *right = new Card;
    (new QVBoxLayout(right))->addWidget(m_form->makeLanding());
    body()->addWidget(scrolled(new SideBySide(left, right)));
    setFocusProxy(m_form);
    m_form->load(context.draft.profile);
    connect(m_form, &DetailsForm::changed, this, &DetailsPage::checkMissing);
    connect(m_form, &DetailsForm::edited, this, &DetailsPage::edited);
    connect(m_signIn, &StatusLine::stopWanted, this, &DetailsPage::signInStopped);
}

void DetailsPage::initializePage()
{
    if (m_context.catalogue)
        m_signIn->clear();
    else
        m_signIn->showWaiting(tr("Signing in to Domo and Workiva…"));
    m_form->setCatalogue(m_context.catalogue);
}

void DetailsPage::showSignIn()
{
    initializePage();
    checkMissing();
}

void DetailsPage::setRegion(const Sheet::Region &region)
{
    m_form->setRegion(region);
}

void DetailsPage::setShaping(const Sheet::Shaping &shaping)
{
    m_form->setShaping(shaping);
}

void DetailsPage::accept(const Sheet::Acceptance &acceptance)
{
    m_form->accept(acceptance);
}

QString DetailsPage::missing() const
{
    return m_context.catalogue ? m_form->missing() : tr("Signing in to Domo and Workiva.");
}

bool DetailsPage::validatePage()
{
    m_form->save(m_context.draft.profile);
    return true;
}

} // namespace Ui
