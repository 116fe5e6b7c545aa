#include "fuzz/fuzz.h"

#include "core/redactor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QString secret = u"kT9/+x=\"Vq<3&z\\Wm'8~pL0"_s;
constexpr qsizetype part = 12;

QString escapedForJson(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
}

QString encoded(const QString &text, uint8_t how)
{
    switch (how % 5) {
    case 1: return QString::fromLatin1(text.toUtf8().toPercentEncoding());
    case 2: return escapedForJson(text);
    case 3: return text.toHtmlEscaped();
    case 4: return QString::fromLatin1(text.toUtf8().toBase64());
    default: return text;
    }
}

bool isPlain(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

// Whatever surrounds a secret, and with one or two encodings, no part of it remains, nor any terminal control.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Core::Redactor redactor = [] {
        Core::Redactor learned;
        learned.learn(secret);
        return learned;
    }();
    if (size < 2)
        return 0;
    // If base64 is one of the two encodings, it is the inner one: text escaped for a page is not base64-encoded in
    // practice.
    const bool isBase64 = data[0] % 5 == 4 || data[1] % 5 == 4;
    const QString form = encoded(encoded(secret, isBase64 ? 4 : data[0]), isBase64 && data[1] % 5 == 4 ? 0 : data[1]);
    const QByteArray rest(reinterpret_cast<const char *>(data + 2), qsizetype(size) - 2);
    const QString around = QString::fromUtf8(rest);
    const QString text = around.left(around.size() / 2) + u' ' + form + u' ' + around.mid(around.size() / 2);
    const QString cleaned = redactor.cleaned(text, text.size() + 100);
    for (qsizetype i = 0; i + part <= secret.size(); ++i)
        FUZZ_CHECK(!cleaned.contains(secret.mid(i, part)));
    for (qsizetype i = 0; i + 20 <= form.size(); ++i)
        FUZZ_CHECK(!cleaned.contains(form.mid(i, 20)));
    FUZZ_CHECK(isPlain(cleaned));
    FUZZ_CHECK(redactor.cleaned(text).size() <= Core::Redactor::maxText);
    return 0;
}
