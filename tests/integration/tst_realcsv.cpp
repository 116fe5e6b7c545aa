#include "support/datasetfolder.h"
#include "support/runtoend.h"
#include "support/sandboxprocess.h"
#include "support/sheetprobe.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace Support;
using Writeback::State;

namespace {

// A sheet holds a text, or the number with the usual notation of that text.
bool isSame(const QJsonValue &held, const QString &text)
{
    static const QRegularExpression number(u"^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$"_s);
    if (held.isDouble())
        return number.match(text).hasMatch() && text.toDouble() == held.toDouble();
    return held.isString() && held.toString() == text;
}

} // namespace

// CSV files from other projects, copied through the sandbox to the sheet and compared cell by cell with what another
// CSV reader finds in them.
class TestRealCsv final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QProcess python;
        python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        python.start(QStringLiteral(PYTHON),
                     {QStringLiteral(FOREIGN_CSV), m_folder.path({}), QStringLiteral(PUBLISHED_CSV)});
        QVERIFY(python.waitForFinished(60'000));
        QCOMPARE(python.exitCode(), 0);
        const QFileInfoList files = QDir(m_folder.path({})).entryInfoList({u"*.csv"_s});
        for (const QFileInfo &file : files)
            m_names.append(file.completeBaseName());
        QVERIFY(m_names.size() >= 20);
    }

    void everyCellArrives_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : std::as_const(m_names))
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyCellArrives()
    {
        QFETCH(QString, name);
        QFile file(m_folder.path(name + u".rows.json"_s));
        QVERIFY(file.open(QFile::ReadOnly));
        const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(rows.size() > 1);

        const SandboxProcess sandbox(m_folder.options());
        QVERIFY(sandbox.isUp());
        const auto report = runToEnd(sandbox.request(name, u"A1:"_s));
        QVERIFY2(report.state == State::Verified, inWords(report).constData());
        Cells held = SheetProbe(sandbox).read();
        for (int row = 0; row < rows.size(); ++row) {
            const QJsonArray fields = rows[row].toArray();
            for (int column = 0; column < fields.size(); ++column) {
                const QString text = fields[column].toString();
                if (text.isEmpty())
                    continue;
                const QJsonValue value = held[{row, column}];
                QVERIFY2(isSame(value, text),
                         qPrintable(u"row %1, column %2: %3 instead of %4"_s.arg(row).arg(column).arg(
                             value.toVariant().toString(), text)));
                held.erase({row, column});
            }
        }
        QCOMPARE(difference(held, {}), QString());
    }

private:
    DataSetFolder m_folder;
    QStringList m_names;
};

QTEST_GUILESS_MAIN(TestRealCsv)
#include "tst_realcsv.moc"
