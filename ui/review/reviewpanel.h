#pragma once

#include "review/keeping.h"
#include "review/listing.h"
#include "words/line.h"

#include <QDateTime>
#include <QWidget>

class QAction;
class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QScrollArea;
class QTableView;
class QToolButton;

namespace Ui {

class ChangeChips;
class ChangesExport;
class FindBar;
class Listings;
class ReviewModel;
class ReviewSide;
class Segments;
class ToneLabel;

// Everything about a comparison: its changes by key and by cell, filtered, sorted and searched; what to know before
// writing, which can be accepted; the control totals; its export; where the host offers it, which of the edited cells
// are kept. What walks the grids runs beside the window's thread. The buttons that write belong to its host.
class ReviewPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviewPanel)

public:
    explicit ReviewPanel(QWidget *parent = nullptr);

    // A run that compared. `further`: what the host knows besides what the report found.
    void show(const Writeback::RunReport &report, const QList<Words::Line> &further = {});
    using QWidget::show;
    void setFindings(const QList<Writeback::Finding> &findings); // of the same comparison: one was accepted
    void clear();
    void offerAsText(); // of columns whose values would not arrive unchanged; before anything is shown
    void offerKeeping(); // of edited cells; by default all of them are overwritten
    void keepAll(bool keeps);
    [[nodiscard]] const Review::Keeping &keeping() const { return m_keeping; }
    [[nodiscard]] Writeback::ReviewSummary review() const; // what is shown, with what is kept
    void addToSide(QWidget *widget); // below the control totals

    void setLens(Review::Lens lens);
    void goToChange(bool forward); // from the current cell, and around the end

Q_SIGNALS:
    void listed(); // what is listed is displayed
    void keepingChanged(); // and with it, review()
    void asTextWanted(const QStringList &columns); // by the user; names in the DataSet
    void accepted(const Sheet::Acceptance &acceptance); // by the user; setFindings() shows it

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpTable();
    void addControls(QBoxLayout *layout);
    [[nodiscard]] QWidget *makeNumberMenu();
    void listen();
    void offerLens();
    void offerColumns();
    void showSide();
    void openAccept(Sheet::Guard guard, const QString &found);
    [[nodiscard]] std::vector<Sheet::Span> selectedEdits() const;
    void keepSelected();
    void showKeeping();
    void offerKeep();
    [[nodiscard]] Review::Query query() const;
    void request();
    void display(const std::shared_ptr<const Review::Listing> &listing);
    void displayCounts();
    void fold();
    void fitColumns();
    void say(const Words::Line &line);
    void arrange();

    Listings *m_listings;
    Segments *m_lens;
    QLabel *m_key;
    ChangeChips *m_chips;
    QComboBox *m_sort;
    QWidget *m_order = nullptr; // that box with its label
    QLineEdit *m_atLeast;
    QWidget *m_least = nullptr; // that field with its label; of a chosen column
    QCheckBox *m_fold;
    Segments *m_sides;
    QToolButton *m_before; // shows the side where there is no room beside the table
    QLabel *m_outside; // what is hatched
    QToolButton *m_export;
    ToneLabel *m_loss; // what would be lost, where the side may be out of sight
    QTableView *m_table;
    ReviewModel *m_model;
    FindBar *m_find;
    QLabel *m_cell; // the current cell, as a sentence
    QAction *m_keep; // keeps the selected cells that were edited, or overwrites them after all
    QToolButton *m_keepButton;
    ToneLabel *m_said; // about the last action
    QLabel *m_compared;
    ChangesExport *m_exporting;
    ReviewSide *m_side;
    QScrollArea *m_sideArea;
    QBoxLayout *m_columns; // table and side

    std::shared_ptr<const Writeback::RunReport> m_report; // null: nothing to show
    QList<Words::Line> m_further;
    bool m_offersKeeping = false;
    Review::Keeping m_keeping;
    QDateTime m_comparedAt;
    std::shared_ptr<const Review::Listing> m_listing; // as displayed; null: not yet
    bool m_isFitted = false; // the columns have their widths
};

} // namespace Ui
