#include "net/tokenreply.h"

#include "net/jsonreader.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace Net {

namespace {

using std::chrono::seconds;

// What may stand in a header as a bearer token (RFC 6750, 2.1, and whatever else is visible).
bool isToken(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

seconds readLife(const QJsonValue &told)
{
    constexpr double longest = 24 * 60 * 60;
    const double life = told.isString() ? told.toString().trimmed().toDouble() : told.toDouble();
    return life >= 1 ? seconds(qint64(std::min(life, longest))) : seconds{0}; // also for what is no number
}

void readScopes(const QJsonValue &told, const Core::Redactor &redactor, Token &token)
{
    static const QRegularExpression between(QStringLiteral("[\\s,]+"));
    QStringList texts;
    if (told.isString())
        texts.append(told.toString());
    const QJsonArray array = told.toArray();
    for (const QJsonValue &one : array) {
        token.scopesUnclear = token.scopesUnclear || !one.isString();
        texts.append(one.toString());
    }
    token.scopesUnclear =
        token.scopesUnclear || !(told.isString() || told.isArray() || told.isNull() || told.isUndefined());
    if (!token.scopesUnclear)
        token.scopes = redactor.cleaned(texts.join(u' ')).toLower().split(between, Qt::SkipEmptyParts);
}

} // namespace

Core::Result<Token> readToken(const QByteArray &body, Core::Redactor redactor)
{
    const auto json = JsonReader::parse(body);
    const auto value = json[QLatin1String("access_token")];
    const QString text = value.string();
    if (!isToken(text))
        value.complain(QStringLiteral("a token"));
    if (const auto good = json.check(); !good)
        return tl::unexpected(good.error());
    Token token;
    token.value = text.toLatin1();
    token.life = readLife(json[QLatin1String("expires_in")].value());
    redactor.learn(text);
    readScopes(json[QLatin1String("scope")].value(), redactor, token);
    token.customer = redactor.cleaned(json[QLatin1String("customer")].value().toString());
    return token;
}

} // namespace Net
