#pragma once

#include "setup/landing.h"
#include "setup/sheetglance.h"
#include "ui/review/sheetpicture.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace Ui {

class Banner;
class StatusLine;

// Where the data lands in the sheet: a picture of the sheet as it is, what is written, what is cleared, and the region
// that would leave the rest alone. Says only what was read, or follows from the DataSet's metadata.
class LandingPanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LandingPanel)

public:
    explicit LandingPanel(Setup::SheetGlance &glance, QWidget *parent = nullptr);

    using QFrame::show;
    // None: not everything is chosen.
    void show(const std::optional<Setup::Landing> &landing, const QString &sheetPath);

Q_SIGNALS:
    void regionWanted(const Sheet::Region &region); // the one offered

private:
    class Legend;
    void showState();
    void showReading();
    void showLegend();
    void showOffer();
    [[nodiscard]] std::optional<qint64> filledRest() const; // cells that hold something; none: not known

    Setup::SheetGlance &m_glance;
    std::optional<Setup::Landing> m_landing;
    QString m_sheetPath;
    QLabel *m_where;
    SheetPicture *m_picture;
    StatusLine *m_reading; // and how exact the picture is
    Legend *m_written;
    Legend *m_cleared;
    Banner *m_offer;
    QPushButton *m_use;
};

} // namespace Ui
