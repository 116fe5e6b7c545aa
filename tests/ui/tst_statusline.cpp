#include "ui/forms/statusline.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using Desktop::StatusLine;

class TestStatusLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToSayTakesNoRoom()
    {
        QWidget form;
        StatusLine line(&form);
        QVERIFY(line.isHidden());
        line.say(QStringLiteral("a"));
        QVERIFY(!line.isHidden());
        line.clear();
        QVERIFY(line.isHidden());
    }

    void waitingCanBeStoppedAndFailuresAskedAgain()
    {
        StatusLine line;
        auto *button = line.findChild<QPushButton *>();
        QSignalSpy stopped(&line, &StatusLine::stopWanted);
        QSignalSpy again(&line, &StatusLine::againWanted);
        line.sayWaiting(QStringLiteral("a"));
        QVERIFY(!button->isHidden());
        const QString stop = button->text();
        button->click();
        QCOMPARE(stopped.count(), 1);
        line.sayFailed(QStringLiteral("b"));
        QVERIFY(button->text() != stop);
        button->click();
        QCOMPARE(again.count(), 1);
        QCOMPARE(stopped.count(), 1);
        line.say(QStringLiteral("c"));
        QVERIFY(button->isHidden());
    }

    void whatAServiceSaysIsNoMarkup()
    {
        StatusLine line;
        line.say(QStringLiteral("<b>a</b>"));
        QCOMPARE(line.text(), QStringLiteral("<b>a</b>"));
        StatusLine plain;
        plain.say(QStringLiteral("a"));
        QVERIFY(line.sizeHint().width() > plain.sizeHint().width());
    }
};

QTEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
