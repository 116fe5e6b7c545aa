#include "notices/mailbytes.h"

#include "core/redaction.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Notices {

namespace {

constexpr qsizetype maxLine = 76; // RFC 2045, 6.7
constexpr qsizetype maxPlainSubject = 60;
constexpr qsizetype maxInWord = 39; // bytes: with the header's name, a line of 76 characters, RFC 2047, 2

// RFC 2047. Words end between characters.
QByteArray encodedWords(const QString &text)
{
    QByteArrayList words;
    QByteArray bytes;
    const auto end = [&] {
        words.append("=?UTF-8?B?" + bytes.toBase64() + "?=");
        bytes.clear();
    };
    for (const char32_t character : text.toUcs4()) {
        const QByteArray next = QString::fromUcs4(&character, 1).toUtf8();
        if (bytes.size() + next.size() > maxInWord)
            end();
        bytes += next;
    }
    end();
    return words.join("\r\n ");
}

QByteArray headerText(const QString &text)
{
    const QString line = Core::plainLine(text);
    const bool isPlain = line.size() <= maxPlainSubject && !line.contains("=?"_L1)
        && std::ranges::all_of(line, [](QChar c) { return c >= u' ' && c < u'\x7f'; });
    return isPlain ? line.toLatin1() : encodedWords(line);
}

QByteArray quotedPrintable(const QByteArray &line)
{
    QByteArray out;
    qsizetype width = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool isLast = i + 1 == line.size();
        const bool isPlain = (c > ' ' && c < '\x7f' && c != '=') || (c == ' ' && !isLast);
        const QByteArray piece = isPlain ? QByteArray(1, c) : '=' + QByteArray(1, c).toHex().toUpper();
        if (width + piece.size() > maxLine - 1) {
            out += "=\r\n";
            width = 0;
        }
        out += piece;
        width += piece.size();
    }
    return out;
}

} // namespace

QByteArray mailBytes(const Message &message, const Mail &mail)
{
    const QString date = QLocale::c().toString(message.at.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss"_s) + u" +0000"_s;
    const QString domain = mail.from.section(u'@', 1);
    QByteArray bytes;
    bytes += "Date: " + date.toLatin1() + "\r\n";
    bytes += "From: Workiva Writeback <" + mail.from.toLatin1() + ">\r\n";
    bytes += "To: " + mail.to.join(u",\r\n "_s).toLatin1() + "\r\n";
    bytes += "Subject: " + headerText(message.text.subject) + "\r\n";
    bytes += "Message-ID: <" + message.id.toLatin1() + '@' + domain.toLatin1() + ">\r\n";
    bytes += "Auto-Submitted: auto-generated\r\n"; // RFC 3834: no reply by a machine
    bytes += "MIME-Version: 1.0\r\n";
    bytes += "Content-Type: text/plain; charset=utf-8\r\n";
    bytes += "Content-Transfer-Encoding: quoted-printable\r\n\r\n";
    const QStringList lines = message.text.body.split(u'\n');
    for (const QString &line : lines)
        bytes += quotedPrintable(Core::plainLine(line).toUtf8()) + "\r\n";
    return bytes;
}

} // namespace Notices
