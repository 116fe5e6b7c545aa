#include "ui/forms/checksdialog.h"

#include "ui/controls.h"

#include <QAbstractButton>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Sheet::Guard;
using Sheet::GuardLevel;
using Sheet::GuardRules;
using Ui::ChecksDialog;

class TestChecksDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesComeBackAsTheyWere()
    {
        QRandomGenerator random(5);
        for (int i = 0; i < 20; ++i) {
            GuardRules rules;
            for (int guard = 0; guard <= int(Sheet::lastGuard); ++guard) {
                const auto level = GuardLevel(random.bounded(int(Sheet::lastGuardLevel) + 1));
                if (level != Sheet::defaultLevel(Guard(guard)))
                    rules.levels[Guard(guard)] = level;
                const bool isMeasured = Sheet::thresholdUnit(Guard(guard)) != Sheet::ThresholdUnit::None;
                const int threshold = 100 * random.bounded(1, 400); // days are whole
                if (isMeasured && threshold != GuardRules().threshold(Guard(guard)))
                    rules.thresholds[Guard(guard)] = threshold;
            }
            rules.accepted = {{Guard::RowsFell, u"a unit was sold"_s, QDate(2027, 1, 31)}};
            QCOMPARE(ChecksDialog(rules).rules(), rules);
        }
    }

    void defaultsAreNoRules() { QCOMPARE(ChecksDialog({}).rules(), GuardRules()); }

    void everyCheckWithARuleIsListedOnce()
    {
        ChecksDialog dialog({});
        dialog.show();
        const auto boxes = dialog.findChildren<QComboBox *>();
        QCOMPARE(boxes.size(), int(Sheet::lastGuard) + 1);
        QSet<QString> names;
        for (const QComboBox *box : boxes)
            names.insert(box->accessibleName());
        QCOMPARE(names.size(), boxes.size());
        QCOMPARE(nameless(&dialog), QStringList());
    }

    void acceptanceCanBeWithdrawn()
    {
        const Sheet::Acceptance sold{Guard::RowsFell, u"a unit was sold"_s, QDate(2027, 1, 31)};
        const Sheet::Acceptance stale{Guard::StaleSource, u"no bookings"_s, QDate(2027, 1, 31)};
        ChecksDialog dialog({.accepted = {sold, stale}});
        dialog.show();
        for (QAbstractButton *button : dialog.findChildren<QAbstractButton *>()) {
            if (button->accessibleName().contains(sold.reason))
                button->click();
        }
        QCOMPARE(dialog.rules().accepted, QList{stale});
    }
};

QTEST_MAIN(TestChecksDialog)
#include "tst_checksdialog.moc"
