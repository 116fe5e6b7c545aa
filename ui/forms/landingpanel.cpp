#include "ui/forms/landingpanel.h"

#include "ui/look/banner.h"
#include "ui/look/emphasis.h"
#include "ui/look/readingmargins.h"
#include "ui/look/statusline.h"
#include "words/errortext.h"
#include "words/regiontext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Ui {

// A fill of the picture, and what it means.
class LandingPanel::Legend final : public QWidget
{
public:
    Legend(Ground ground, QWidget *parent) : QWidget(parent), m_ground(ground), m_text(new QLabel(this))
    {
        m_text->setWordWrap(true);
        m_text->setTextFormat(Qt::PlainText);
        auto *layout = new QHBoxLayout(this);
        setReadingMargins(this, {swatch().width() + fontMetrics().averageCharWidth(), 0, 0, 0});
        layout->addWidget(m_text);
    }

    // Empty: takes no space.
    void say(const QString &text, Ground ground)
    {
        m_ground = ground;
        m_text->setText(text);
        setVisible(!text.isEmpty());
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), swatch());
        paintGround(painter, place, m_ground, palette());
        painter.setPen(palette().color(QPalette::Mid));
        painter.drawRect(place.adjusted(0, 0, -1, -1));
    }

private:
    [[nodiscard]] QRect swatch() const { return {0, 1, fontMetrics().height() * 4 / 3, fontMetrics().height() - 1}; }

    Ground m_ground;
    QLabel *m_text;
};

LandingPanel::LandingPanel(Setup::SheetGlance &glance, QWidget *parent)
    : QFrame(parent)
    , m_glance(glance)
    , m_where(new QLabel(this))
    , m_picture(new SheetPicture(this))
    , m_reading(new StatusLine(this))
    , m_written(new Legend(Ground::Written, this))
    , m_cleared(new Legend(Ground::Cleared, this))
    , m_offer(new Banner(this))
    , m_use(new QPushButton(this))
{
    m_reading->setObjectName(u"landingInfo"_s);
    auto *heading = new QLabel(tr("Where it lands"), this);
    makeHeading(heading);
    makeSecondary(m_where);
    m_where->setTextFormat(Qt::PlainText);
    m_where->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(heading);
    layout->addWidget(m_where);
    layout->addWidget(m_picture);
    layout->addWidget(m_reading);
    layout->addWidget(m_written);
    layout->addWidget(m_cleared);
    layout->addWidget(m_offer);
    layout->addWidget(m_use, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_use, &QPushButton::clicked, this, [this] { Q_EMIT regionWanted(*m_landing->better()); });
    connect(m_reading, &StatusLine::stopWanted, &glance, &Setup::SheetGlance::stop);
    connect(m_reading, &StatusLine::retryWanted, &glance, &Setup::SheetGlance::again);
    connect(&glance, &Setup::SheetGlance::changed, this, &LandingPanel::showState);
    showState();
}

void LandingPanel::show(const std::optional<Setup::Landing> &landing, const QString &sheetPath)
{
    m_landing = landing;
    m_sheetPath = sheetPath;
    if (!landing)
        m_glance.forget();
    showState();
}

void LandingPanel::showState()
{
    const Setup::SheetCells *cells = m_glance.cells();
    m_picture->show(m_landing, cells ? *cells : Setup::SheetCells());
    m_picture->setVisible(m_landing.has_value());
    if (!m_landing) {
        m_where->setText(tr("Choose a DataSet, a sheet and a region to see which cells are written and cleared."));
    } else {
        const bool fits = m_landing->fit && m_landing->fit->kind != Sheet::Fit::Kind::Overflows;
        const QString area =
            fits && !m_landing->fit->data.isEmpty() ? Sheet::toA1(m_landing->fit->data) : m_landing->region.toString();
        m_where->setText(tr("%1, %2", "sheet and area").arg(m_sheetPath, area));
    }
    showReading();
    showLegend();
    showOffer();
}

void LandingPanel::showReading()
{
    using State = Setup::Search::State;
    if (!m_landing)
        return m_reading->clear();
    switch (m_glance.state()) {
    case State::Waiting: return m_reading->showWaiting(tr("Reading the sheet…"));
    case State::Failed: {
        const Words::Line why = Words::errorLine(*m_glance.error());
        return m_reading->showFailure(
            {Words::Tone::Warning, tr("This picture is schematic: the sheet could not be read. %1").arg(why.text)});
    }
    case State::Stopped:
        return m_reading->showFailure(
            {Words::Tone::Note, tr("This picture is schematic: the sheet has not been read.")});
    case State::Idle: return m_reading->say(tr("This picture is schematic: the sheet has not been read."));
    case State::Found: break;
    }
    const QTime readAt = m_glance.readAt().toLocalTime().time();
    QStringList notes{tr("The sheet as it was read at %1.").arg(QLocale().toString(readAt, QLocale::ShortFormat))};
    if (m_landing->rows.size() > 1 || m_landing->columns.size() > 1)
        notes.append(tr("Not to scale: rows or columns in the middle are left out."));
    for (const Sheet::Rectangle &area : m_landing->areas()) {
        if (!m_glance.cells()->isRead(area.topLeft())) {
            notes.append(tr("Cells with a dot could not be read."));
            break;
        }
    }
    m_reading->say(notes.join(u' '));
}

void LandingPanel::showLegend()
{
    QString written;
    QString cleared;
    Ground ground = Ground::Written;
    const QLocale locale;
    if (m_landing && m_landing->method != Sheet::UpdateMethod::Kind::Replace) {
        written = tr("Where rows are written depends on those in the sheet. The preview shows it. %1")
                      .arg(Words::restText(m_landing->method));
    } else if (m_landing && !m_landing->fit) {
        written = tr("Where the data ends is not known: Domo does not report its size.");
    } else if (m_landing) {
        const Sheet::Fit &fit = *m_landing->fit;
        const bool overflows = fit.kind == Sheet::Fit::Kind::Overflows;
        const QString size =
            tr("%1 × %2 cells (rows × columns)").arg(locale.toString(fit.data.rows), locale.toString(fit.data.columns));
        if (overflows) {
            written = m_landing->isOverflowCertain()
                ? tr("%1 do not fit the region and are refused.").arg(size)
                : tr("Up to %1, which may not fit the region; a run with larger data is refused.").arg(size);
            ground = Ground::Outside;
        } else {
            written =
                m_landing->isAtMost ? tr("The data takes at most %1.").arg(size) : tr("The data takes %1.").arg(size);
        }
        if (fit.kind == Sheet::Fit::Kind::LeavesRest) {
            const auto filled = filledRest();
            if (filled == 0)
                cleared = tr("The other cells of the region are blank.");
            else
                cleared = filled ? tr("Other cells of the region that hold something and are cleared: %1.")
                                       .arg(locale.toString(*filled))
                                 : tr("Any other cells of the region are cleared.");
        }
    }
    m_written->say(written, ground);
    m_cleared->say(cleared, Ground::Cleared);
    m_picture->setAccessibleDescription(QStringList{m_where->text(), written, cleared}.join(u' '));
}

std::optional<qint64> LandingPanel::filledRest() const
{
    const Setup::SheetCells *cells = m_glance.cells();
    return cells ? cells->filled(m_landing->region.bounded(), m_landing->fit->data) : std::nullopt;
}

void LandingPanel::showOffer()
{
    auto better = m_landing ? m_landing->better() : std::nullopt;
    if (better && m_landing->fit->kind == Sheet::Fit::Kind::LeavesRest && filledRest() == 0)
        better.reset(); // nothing is cleared
    m_offer->setVisible(better.has_value());
    m_use->setVisible(better.has_value());
    if (!better)
        return;
    const QString region = better->toString();
    m_use->setText(Words::useRegionText(*better));
    m_use->setAccessibleDescription(Words::regionText(*better));
    if (m_landing->fit->kind == Sheet::Fit::Kind::Overflows) {
        const QString fits = tr("It fits into %1.").arg(region);
        return m_landing->isOverflowCertain()
            ? m_offer->show(Words::Tone::Error, tr("The data is larger than the region"), fits)
            : m_offer->show(Words::Tone::Warning, tr("The data may be larger than the region"), fits);
    }
    const QString heading = m_landing->hasRestBelow() && m_landing->hasRestBeside()
        ? tr("To leave what is below and beside the data alone, use %1")
        : m_landing->hasRestBelow() ? tr("To leave what is below the data alone, use %1")
                                    : tr("To leave what is beside the data alone, use %1");
    m_offer->show(Words::Tone::Warning, heading.arg(region),
                  tr("A run with larger data is then refused, and writes nothing."));
}

} // namespace Ui
