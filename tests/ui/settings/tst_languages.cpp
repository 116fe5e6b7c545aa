#include "ui/settings/languages.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLanguages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyInstalledTranslationIsALanguage()
    {
        const QTemporaryDir folder;
        for (const char *name : {"workiva-writeback_fr.qm", "workiva-writeback_de.qm", "workiva-writeback_pt_BR.qm",
                                 "qtbase_it.qm", "workiva-writeback_es.ts"}) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QFile::WriteOnly));
        }
        QCOMPARE(Ui::languagesIn(folder.path()), (QStringList{u"de"_s, u"en"_s, u"fr"_s, u"pt_BR"_s}));
    }

    void withoutTranslationsThereIsEnglish() { QCOMPARE(Ui::languagesIn(u"/nowhere"_s), QStringList{u"en"_s}); }

    void languageIsNamedInItself_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("de") << u"Deutsch"_s;
        QTest::newRow("fr") << u"français"_s;
    }
    void languageIsNamedInItself()
    {
        QFETCH(const QString, name);
        QCOMPARE(Ui::languageName(QString::fromLatin1(QTest::currentDataTag())), name);
    }

    void sameLanguageOfTwoCountriesHasTwoNames() { QVERIFY(Ui::languageName(u"pt_BR"_s) != Ui::languageName(u"pt"_s)); }
};

QTEST_GUILESS_MAIN(TestLanguages)
#include "tst_languages.moc"
