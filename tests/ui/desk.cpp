#include "ui/desk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSettings>
#include <QTableView>

namespace Support {

namespace {

bool isControl(const QWidget *widget)
{
    if (qobject_cast<const QHeaderView *>(widget))
        return false;
    if (qobject_cast<const QLineEdit *>(widget) && qobject_cast<const QComboBox *>(widget->parentWidget()))
        return false;
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
        || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QProgressBar *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget);
}

bool hasName(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
}

} // namespace

Desk::Desk() : store(folder.path())
{
    QCoreApplication::setOrganizationName(QStringLiteral("test"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    if (auto opened = History::RunHistory::open(folder.filePath(QStringLiteral("history.sqlite"))))
        history = std::move(*opened);
    else
        qFatal("The history does not open: %s", qPrintable(opened.error().detail));
    runs = std::make_unique<Desktop::Runs>(store, secrets, *history);
}

Profiles::Account accountOf(const SandboxProcess &sandbox)
{
    return {.id = Profiles::newId(),
            .name = QStringLiteral("Finance"),
            .domoClientId = sandbox.domo().clientId,
            .workivaClientId = sandbox.workiva().clientId,
            .region = QStringLiteral("custom"),
            .domoUrl = sandbox.domo().baseUrl,
            .workivaUrl = sandbox.workiva().baseUrl,
            .unknown = {}};
}

Profiles::Account Desk::addAccount(const SandboxProcess &sandbox)
{
    Profiles::Account account = accountOf(sandbox);
    if (const auto saved = store.save(account); !saved)
        qFatal("The account is not saved: %s", qPrintable(saved.error().detail));
    const auto ignore = [](const Core::Result<void> &) {};
    secrets.write(account.id, Profiles::Secret::Domo, sandbox.domo().clientSecret, &secrets, ignore);
    secrets.write(account.id, Profiles::Secret::Workiva, sandbox.workiva().clientSecret, &secrets, ignore);
    return account;
}

Profiles::Profile Desk::addProfile(const SandboxProcess &sandbox, const QString &name, const QString &region)
{
    const Profiles::Account account = store.accounts().isEmpty() ? addAccount(sandbox) : store.accounts().first();
    const QJsonObject dataSet = sandbox.dataSet(QStringLiteral("Trial Balance"));
    Profiles::Profile profile;
    profile.id = Profiles::newId();
    profile.name = name;
    profile.accountId = account.id;
    profile.dataSetId = dataSet.value(QLatin1String("id")).toString();
    profile.dataSetName = QStringLiteral("Trial Balance");
    profile.spreadsheetId = sandbox.spreadsheetId(QStringLiteral("Scratch"));
    profile.spreadsheetName = QStringLiteral("Scratch");
    profile.sheetId = sandbox.sheetId(QStringLiteral("Scratch"), QStringLiteral("Sheet1"));
    profile.sheetPath = QStringLiteral("Sheet1");
    profile.region = *Sheet::Region::parse(region);
    if (const auto saved = store.save(profile); !saved)
        qFatal("The profile is not saved: %s", qPrintable(saved.error().detail));
    return profile;
}

QStringList nameless(const QWidget *root)
{
    QStringList found;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        const bool inside = widget->objectName().startsWith(QLatin1String("qt_"));
        const bool ofTable = qobject_cast<const QTableView *>(widget->parentWidget()) != nullptr; // its corner
        const bool ofField = qobject_cast<const QLineEdit *>(widget->parentWidget()) != nullptr; // named by its action
        if (!inside && !ofTable && !ofField && isControl(widget) && !hasName(widget))
            found.append(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    return found;
}

} // namespace Support
