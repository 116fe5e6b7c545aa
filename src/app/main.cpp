#include "app/language.h"
#include "app/onewindow.h"
#include "app/sampledata.h"
#include "app/samplesecrets.h"
#include "app/telling.h"
#include "core/clock.h"
#include "core/privatefiles.h"
#include "profiles/keychainsecretstore.h"
#include "profiles/profilestore.h"
#include "profiles/settings.h"
#include "runs/profileruns.h"
#include "ui/look/altkeys.h"
#include "ui/look/applicationicon.h"
#include "ui/look/screenreader.h"
#include "ui/look/style.h"
#include "ui/look/tell.h"
#include "ui/home/homewindow.h"
#include "ui/settings/languages.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QSettings>
#include <QTranslator>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <tuple>

#ifdef WRITEBACK_FONTCONFIG
#include <QScopeGuard>
#include <fontconfig/fontconfig.h>
#include <thread>
#endif

using namespace Qt::StringLiterals;

namespace {

const QString showCall = u"show"_s; // of OneWindow
const QString sampleCall = u"sample"_s;

// Starts the sandbox and adds its account to the store for this session: its addresses differ at every start and in
// every instance of this program.
Core::Result<Profiles::Profile> startSample(App::SampleData &data, Profiles::ProfileStore &store,
                                            App::SampleSecrets &secrets)
{
    const auto sample = data.start();
    if (!sample)
        return Core::propagate(sample);
    secrets.setSecrets(sample->domoSecret, sample->workivaSecret);
    store.addForSession(sample->account);
    return sample->profile;
}

const QString dataDirName = u"data-dir"_s;

// The value of --data-dir, without looking at the other options: their texts are in the language that is stored there.
QString chosenFolder()
{
    QCommandLineParser parser;
    const QCommandLineOption dataDir(dataDirName, {}, u"folder"_s);
    parser.addOption(dataDir);
    parser.parse(QCoreApplication::arguments());
    return parser.value(dataDir);
}

// Loads the translation for the chosen language or the system's, if there is one: this program's, beside the program,
// and Qt's.
void translate(QCoreApplication &application, const QString &chosen)
{
    const auto load = [&chosen](QTranslator &translator, const QString &name, const QString &folder) {
        return chosen.isEmpty() ? translator.load(QLocale::system(), name, u"_"_s, folder)
                                : translator.load(name + u'_' + chosen, folder);
    };
    QString language;
    for (const auto &[name, folder] : {std::pair(u"workiva-writeback"_s, Ui::translationFolder()),
                                       std::pair(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))}) {
        auto *translator = new QTranslator(&application);
        if (!load(*translator, name, folder))
            break; // a mix of two languages does not help
        QCoreApplication::installTranslator(translator);
        language = translator->language();
    }
    QLocale::setDefault(App::localeFor(language, QLocale::system()));
}

// Another window uses this data: brings it to the front. Returns the exit code.
int callFirst(const App::OneWindow &window, bool sample, const QString &folder)
{
    if (window.call(sample ? sampleCall : showCall))
        return 0;
    QApplication::setWindowIcon(Ui::windowIcon());
    QMessageBox box(QMessageBox::Warning, QCoreApplication::applicationName(),
                    QCoreApplication::translate("main", "Workiva Writeback is already running, but does not respond."));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(
        QCoreApplication::translate("main", "It uses the data in %1. Close it or end its process, then start again.")
            .arg(folder));
    box.open();
    QApplication::exec();
    return 1;
}

// Help and version need no display.
bool needsNoDisplay(int argc, char **argv)
{
    constexpr std::array<std::string_view, 5> options{"-h", "--help", "--help-all", "-v", "--version"};
    return std::any_of(argv + 1, argv + argc,
                       [&options](const char *one) { return std::ranges::find(options, one) != options.end(); });
}

} // namespace

// NOLINTNEXTLINE(readability-function-size): everything is created here, in order
int main(int argc, char *argv[])
{
    static char name[] = "workiva-writeback";
    argv[0] = name; // so that --help shows the name and not the path
    const bool isText = needsNoDisplay(argc, argv);
#ifdef WRITEBACK_FONTCONFIG
    std::jthread fonts;
    if (!isText)
        fonts = std::jthread([] { FcInit(); }); // in parallel to Qt's connection to the display
#endif
    const std::unique_ptr<QCoreApplication> application =
        isText ? std::make_unique<QCoreApplication>(argc, argv) : std::make_unique<QApplication>(argc, argv);
#ifdef WRITEBACK_FONTCONFIG
    const auto read = qScopeGuard([&fonts] { // Qt releases the fonts with the application
        if (fonts.joinable())
            fonts.join();
    });
#endif
    QCoreApplication::setApplicationName(Runs::productName);
    QCoreApplication::setOrganizationName(Runs::productName);
    QCoreApplication::setApplicationVersion(QStringLiteral(WRITEBACK_VERSION));

    const QString folder = chosenFolder();
    if (!folder.isEmpty()) {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
    }
    translate(*application, Profiles::settingsIn(QSettings()).language);
    QGuiApplication::setDesktopFileName(u"workiva-writeback"_s); // by which a desktop finds name and icon

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main", "Writes a Domo DataSet to a region of a Workiva spreadsheet and verifies every cell."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption dataDir(
        dataDirName,
        QCoreApplication::translate("main",
                                    "Store accounts, writebacks, run history and window settings in this folder "
                                    "(secrets stay in the keychain)."),
        u"folder"_s);
    const QCommandLineOption sample(
        u"sample"_s, QCoreApplication::translate("main", "Open the wizard with sample data from a local sandbox."));
    parser.addOptions({dataDir, sample});
    parser.process(*application);

    // Before anything is opened: the first instance may be about to write there.
    const QString lockFolder = Runs::DataFolder::lockFolderIn(folder);
    App::OneWindow oneWindow(lockFolder);
    if (App::OneWindow::isRunning(lockFolder))
        return callFirst(oneWindow, parser.isSet(sample), QFileInfo(lockFolder).path());
    const Runs::DataFolder dataFolder(folder, {u"workiva-writeback"_s, QStringLiteral(WRITEBACK_VERSION)});
    if (dataFolder.keeping() != Runs::DataFolder::Keeping::InMemory && !oneWindow.take())
        return callFirst(oneWindow, parser.isSet(sample), dataFolder.path()); // another instance was first
    if (!folder.isEmpty()) {
        const QString file = QSettings().fileName();
        if (Core::makePrivateFolder(QFileInfo(file).path()))
            std::ignore = Core::makePrivateFile(file); // Qt keeps its permissions
    }
    const QString profilesFolder = Runs::DataFolder::profilesFolderIn(folder);
    Profiles::ProfileStore store(profilesFolder);
    Profiles::KeychainSecretStore keychain;
    App::SampleSecrets secrets(keychain, App::SampleData::accountId);
    Core::SystemClock clock;
    Runs::ProfileRuns runs(store, secrets, dataFolder, clock);
    const App::Telling telling(runs, store, dataFolder, secrets, clock, profilesFolder);
    Ui::secureScreenReader();
    QApplication::setStyle(new Ui::Style);
    Ui::AltKeys altKeys;
    application->installEventFilter(&altKeys);
    App::SampleData sampleData;
    Ui::HomeWindow window(store, secrets, dataFolder, runs);
    const auto trySample = [&] {
        const auto profile = startSample(sampleData, store, secrets);
        profile ? window.openWizard(*profile) : Ui::tell(&window, profile.error());
    };
    QObject::connect(&window, &Ui::HomeWindow::sampleDataWanted, &window, trySample);
    QObject::connect(&oneWindow, &App::OneWindow::called, &window, [&](const QString &what) {
        window.bringToFront();
        if (what == sampleCall && !window.isEditing())
            trySample();
    });
    window.show();
    // Not earlier: to read it, Qt loads all its image plugins. The window is painted for the first time after this.
    QApplication::setWindowIcon(Ui::windowIcon());
    if (parser.isSet(sample) || !store.profilesOf(App::SampleData::accountId).isEmpty()) {
        const auto startIt = [&] {
            if (parser.isSet(sample))
                trySample();
            else if (const auto profile = startSample(sampleData, store, secrets); !profile)
                Ui::tell(&window, profile.error());
        };
        QMetaObject::invokeMethod(&window, startIt, Qt::QueuedConnection); // once the window exists
    }
    return QApplication::exec();
}
