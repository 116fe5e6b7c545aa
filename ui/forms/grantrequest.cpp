#include "ui/forms/grantrequest.h"

#include <QCoreApplication>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GrantRequest)
};

} // namespace

QString grantRequestText()
{
    return Text::tr(
        "Hello,\n"
        "\n"
        "I would like to write Domo DataSets to Workiva spreadsheets with Workiva Writeback. For this I need "
        "two sets of credentials:\n"
        "\n"
        "1. Domo: a client with the scope \"data\". It is created on https://developer.domo.com under My "
        "Account – New Client. The user that creates it must own or co-own the DataSets.\n"
        "\n"
        "2. Workiva: an OAuth2 grant for my user and workspace with the scopes \"file:read\" and "
        "\"file:write\". It is created under Organization Admin – Security – OAuth2 grants. Workiva shows "
        "the secret only once.\n"
        "\n"
        "Please send me the Client ID and the Client Secret of each in a secure way, and tell me whether "
        "our Workiva address begins with app, eu or apac.\n"
        "\n"
        "Thank you");
}

QUrl grantRequestMail()
{
    QUrl mail(u"mailto:"_s);
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    mail.setQuery(u"subject=%1&body=%2"_s.arg(encoded(Text::tr("Credentials for Workiva Writeback")),
                                              encoded(QString(grantRequestText()).replace(u'\n', "\r\n"_L1))),
                  QUrl::StrictMode);
    return mail;
}

} // namespace Ui
