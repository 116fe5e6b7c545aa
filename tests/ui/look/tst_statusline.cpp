#include "ui/look/statusline.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Ui::StatusLine;

class TestStatusLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyLineTakesNoRoom()
    {
        QWidget form;
        StatusLine line(&form);
        QVERIFY(line.isHidden());
        line.say(u"a"_s);
        QVERIFY(!line.isHidden());
        line.clear();
        QVERIFY(line.isHidden());
    }

    void waitsCanBeStoppedAndFailuresRetried()
    {
        StatusLine line;
        auto *button = line.findChild<QPushButton *>();
        QSignalSpy stopped(&line, &StatusLine::stopWanted);
        QSignalSpy again(&line, &StatusLine::retryWanted);
        line.showWaiting(u"a"_s);
        QVERIFY(!button->isHidden());
        const QString stop = button->text();
        button->click();
        QCOMPARE(stopped.count(), 1);
        QCOMPARE(line.tone(), Words::Tone::Waiting);
        line.showFailure({Words::Tone::Error, u"b"_s});
        QCOMPARE(line.tone(), Words::Tone::Error);
        QVERIFY(button->text() != stop);
        button->click();
        QCOMPARE(again.count(), 1);
        QCOMPARE(stopped.count(), 1);
        line.say(u"c"_s);
        QVERIFY(button->isHidden());
    }

    void textOfAServiceIsNotMarkup()
    {
        StatusLine line;
        line.say(u"<b>a</b>"_s);
        QCOMPARE(line.text(), u"<b>a</b>"_s);
        StatusLine plain;
        plain.say(u"a"_s);
        QVERIFY(line.sizeHint().width() > plain.sizeHint().width());
    }
};

QTEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
