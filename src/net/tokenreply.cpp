#include "net/tokenreply.h"

#include "core/jsonreader.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Net {

namespace {

using std::chrono::seconds;

// Characters allowed in a bearer token (RFC 6750, 2.1), and any other visible ones.
bool isToken(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

seconds readLife(const QJsonValue &told)
{
    constexpr double maxLife = 24 * 60 * 60;
    const double life = told.isString() ? told.toString().trimmed().toDouble() : told.toDouble();
    return life >= 1 ? seconds(qint64(std::min(life, maxLife))) : seconds{0}; // also for a value that is not a number
}

void readScopes(const QJsonValue &told, const QRegularExpression &form, const Core::Redactor &redactor, Token &token)
{
    static const QRegularExpression between(u"[\\s,]+"_s);
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
    if (token.scopesUnclear)
        return;
    token.scopes = redactor.cleaned(texts.join(u' ')).toLower().split(between, Qt::SkipEmptyParts);
    token.scopesUnclear = token.scopes.filter(form).size() < token.scopes.size();
}

} // namespace

Core::Result<Token> readToken(const QByteArray &body, const QRegularExpression &scopeForm, Core::Redactor redactor)
{
    const auto json = Core::JsonReader::parse(body);
    const auto value = json["access_token"_L1];
    const QString text = value.string();
    if (!isToken(text))
        value.complain(u"a token"_s);
    if (const auto good = json.check(); !good)
        return Core::propagate(good);
    Token token;
    token.value = text.toLatin1();
    token.life = readLife(json["expires_in"_L1].value());
    redactor.learn(text);
    readScopes(json["scope"_L1].value(), scopeForm, redactor, token);
    token.customer = redactor.cleaned(json["customer"_L1].value().toString());
    token.userId = redactor.cleaned(json["userId"_L1].lenientString());
    token.role = redactor.cleaned(json["role"_L1].value().toString());
    return token;
}

QStringList missingScopes(const Token &token, const QStringList &needed)
{
    QStringList missing;
    if (token.scopesUnclear || token.scopes.isEmpty())
        return missing;
    for (const QString &scope : needed) {
        if (!token.scopes.contains(scope))
            missing.append(scope);
    }
    return missing;
}

} // namespace Net
