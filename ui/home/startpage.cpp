#include "ui/home/startpage.h"

#include "ui/forms/grantrequest.h"
#include "ui/look/card.h"
#include "ui/look/emphasis.h"
#include "ui/look/icons.h"
#include "ui/look/openpage.h"
#include "ui/look/scrolled.h"

#include <QAction>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Ui {

namespace {

constexpr int maxWidth = 64; // em

QLabel *wrapped(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    return label;
}

struct Feature
{
    Icon icon;
    QString name;
    QString sentence;
};

void addFeature(QGridLayout *lines, const Feature &feature)
{
    const int row = lines->rowCount();
    auto *symbol = new QLabel;
    const int side = symbol->fontMetrics().height() * 3 / 2;
    symbol->setPixmap(icon(feature.icon, Words::Tone::Waiting).pixmap(side, side));
    auto *heading = new QLabel(feature.name);
    makeHeading(heading);
    lines->addWidget(symbol, row, 0, Qt::AlignTop);
    lines->addWidget(heading, row, 1);
    lines->addWidget(wrapped(feature.sentence), row + 1, 1);
    lines->setRowMinimumHeight(row + 2, side / 3);
}

} // namespace

StartPage::StartPage(QAction *create, QWidget *parent) : QWidget(parent)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    const int em = fontMetrics().height();
    column->setContentsMargins(em * 2, em * 2, em * 2, em * 2);
    column->setSpacing(em * 3 / 2);
    column->addStretch(1);
    for (QWidget *part : {makeIntroduction(create), makeNeeds()}) {
        part->setMaximumWidth(em * maxWidth * 3 / 4);
        auto *row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(part, 1000);
        row->addStretch(1);
        column->addLayout(row);
    }
    column->addStretch(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scrolled(content));
}

QWidget *StartPage::makeIntroduction(QAction *create)
{
    auto *part = new QWidget;
    auto *heading = wrapped(tr("Write a Domo DataSet to a Workiva sheet"));
    makeTitle(heading);
    auto *lines = new QGridLayout;
    lines->setColumnStretch(1, 1);
    lines->setHorizontalSpacing(fontMetrics().height());
    lines->setVerticalSpacing(fontMetrics().height() / 4);
    const Feature features[] = {
        {Icon::Search, tr("See it first"),
         tr("The preview shows every cell that would get a new value, be added or be cleared, before anything is "
            "written.")},
        {Icon::Shield, tr("Know that it matches"),
         tr("After the last change the whole region is read back and compared with the DataSet, cell by cell.")},
        {Icon::Clock, tr("Repeat it every month"),
         tr("A saved writeback runs again with one click. It writes only what has changed and keeps a record of each "
            "run.")},
    };
    for (const Feature &feature : features)
        addFeature(lines, feature);
    auto *begin = new QPushButton(create->text());
    makePrimary(begin, Icon::Add);
    begin->setDefault(true); // makes Enter press it while it has the focus
    setFocusProxy(begin);
    auto *sample = new QPushButton(tr("&Try it with sample data"));
    sample->setToolTip(tr("Run a local sandbox of Domo and Workiva with a sample trial balance"));
    connect(begin, &QPushButton::clicked, create, &QAction::trigger);
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleDataWanted);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(begin);
    buttons->addWidget(sample);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    layout->setSpacing(fontMetrics().height());
    layout->addWidget(heading);
    layout->addLayout(lines);
    layout->addLayout(buttons);
    return part;
}

QWidget *StartPage::makeNeeds()
{
    auto *card = new Card;
    auto *heading = new QLabel(tr("What you need"));
    makeHeading(heading);
    auto *domo = wrapped(tr("<b>Domo:</b> a Client ID and a Client Secret with the scope <i>data</i>."));
    auto *workiva = wrapped(tr("<b>Workiva:</b> the Client ID and Client Secret of an OAuth2 grant with the scopes "
                               "<i>file:read</i> and <i>file:write</i>."));
    auto *ask = wrapped(tr("An administrator creates both. This is what to ask for:"));
    makeSecondary(ask);
    auto *copy = new QPushButton(icon(Icon::Copy), tr("&Copy access request"));
    copy->setToolTip(tr("Copy a message to the administrator who creates the credentials"));
    auto *mail = new QPushButton(icon(Icon::Open), tr("&Email access request…"));
    mail->setToolTip(tr("Open the message in your mail program"));
    connect(copy, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(grantRequestText()); });
    connect(mail, &QPushButton::clicked, this, [this] { openPage(this, grantRequestMail()); });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addWidget(mail);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(card);
    const int margin = fontMetrics().height();
    layout->setContentsMargins(margin, margin, margin, margin);
    for (QWidget *line : std::initializer_list<QWidget *>{heading, domo, workiva, ask})
        layout->addWidget(line);
    layout->addLayout(buttons);
    return card;
}

} // namespace Ui
