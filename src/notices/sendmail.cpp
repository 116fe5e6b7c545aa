#include "notices/sendmail.h"

#include "core/redactor.h"
#include "net/weborigin.h"
#include "notices/mailfault.h"

#include <QPromise>
#include <QThreadPool>

#include <curl/curl.h>

#include <array>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace Notices {

namespace {

using Core::ErrorKind;
using Step = MailFault::Step;
using Sent = Core::Result<QList<Core::Error>>;

constexpr std::chrono::milliseconds connectTimeout{15'000};
constexpr int firstRefusal = 400; // RFC 5321, 4.2.1
constexpr qsizetype maxWords = 2'000; // bytes of a reply, which has no limit

struct Refusal
{
    QString mailbox;
    int reply = 0;
    QByteArray words;
};

// What was said so far. libcurl reports how a mail ended, but not at which command, nor which recipient was refused.
struct Talk
{
    Step step = Step::Connect;
    QString recipient{}; // of the last command
    int reply = 0; // to the last command; 0: none, or a good one
    QByteArray words{}; // of that reply
    QList<Refusal> refusals{}; // of recipients

    void say(QByteArrayView command);
    void hear(QByteArrayView line);
};

void Talk::say(QByteArrayView command)
{
    if (command.startsWith("QUIT")) // follows whatever happened
        return;
    static constexpr std::array steps{std::pair("EHLO ", Step::Connect),     std::pair("HELO ", Step::Connect),
                                      std::pair("STARTTLS\r", Step::Secure), std::pair("AUTH ", Step::SignIn),
                                      std::pair("MAIL ", Step::Sender),      std::pair("RCPT ", Step::Recipient),
                                      std::pair("DATA\r", Step::Content)};
    for (const auto &[word, meaning] : steps) {
        if (command.startsWith(QByteArrayView(word)))
            step = meaning;
    }
    reply = 0;
    words.clear();
    const qsizetype begin = command.indexOf('<') + 1;
    if (step == Step::Recipient)
        recipient = QString::fromLatin1(command.sliced(begin, std::max<qsizetype>(command.indexOf('>') - begin, 0)));
}

void Talk::hear(QByteArrayView line)
{
    constexpr qsizetype codeSize = 3;
    const int code = line.first(std::min(codeSize, line.size())).toInt();
    if (code < firstRefusal)
        return;
    reply = code;
    const bool isWhole = line.size() <= codeSize || line[codeSize] != '-';
    const QByteArrayView more = line.sliced(std::min(codeSize + 1, line.size())); // after the blank or the hyphen
    if (words.size() < maxWords)
        words = (words + ' ' + more.toByteArray()).trimmed();
    if (step == Step::Recipient && isWhole)
        refusals.append({recipient, reply, words});
}

struct CloseEasy
{
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
};
struct FreeList
{
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, CloseEasy>;
using List = std::unique_ptr<curl_slist, FreeList>;

struct Upload
{
    QByteArrayView rest;
};

size_t give(char *into, size_t size, size_t count, void *upload)
{
    auto &rest = static_cast<Upload *>(upload)->rest;
    const qsizetype piece = std::min(qsizetype(size * count), rest.size());
    std::ranges::copy(rest.first(piece), into);
    rest = rest.sliced(piece);
    return size_t(piece);
}

int listen(CURL * /*handle*/, curl_infotype kind, char *data, size_t size, void *talk)
{
    const QByteArrayView bytes(data, qsizetype(size));
    if (kind == CURLINFO_HEADER_OUT)
        static_cast<Talk *>(talk)->say(bytes);
    else if (kind == CURLINFO_HEADER_IN)
        static_cast<Talk *>(talk)->hear(bytes);
    return 0;
}

int goesOn(void *stop, curl_off_t /*downTotal*/, curl_off_t /*down*/, curl_off_t /*upTotal*/, curl_off_t /*up*/)
{
    return static_cast<const std::stop_token *>(stop)->stop_requested() ? 1 : 0;
}

ErrorKind kindOf(CURLcode code, const Talk &talk)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT: return ErrorKind::NoNetwork;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY: return ErrorKind::ProxyRefused;
    case CURLE_OPERATION_TIMEDOUT: return ErrorKind::TimedOut;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR: return ErrorKind::TlsUntrusted;
    case CURLE_LOGIN_DENIED:
        return MailFault{.step = talk.step, .reply = talk.reply}.isTemporary() ? ErrorKind::Rejected
                                                                               : ErrorKind::BadCredentials;
    case CURLE_USE_SSL_FAILED: return ErrorKind::Rejected;
    case CURLE_SSL_CONNECT_ERROR: return ErrorKind::ConnectionLost;
    default: break;
    }
    if (talk.reply >= firstRefusal)
        return ErrorKind::Rejected;
    const bool isLost = code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_GOT_NOTHING;
    return isLost ? ErrorKind::ConnectionLost : ErrorKind::BadReply;
}

Step stepOf(CURLcode code, const Talk &talk)
{
    switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR: return Step::Secure;
    case CURLE_LOGIN_DENIED: return Step::SignIn;
    default: return talk.step;
    }
}

Core::Error refusalError(const Refusal &refusal)
{
    return {.kind = ErrorKind::Rejected,
            .subject = refusal.mailbox,
            .detail = QString::fromUtf8(refusal.words),
            .cause = MailFault{.step = Step::Recipient, .reply = refusal.reply}};
}

QUrl serverOf(const Mail &mail)
{
    QUrl url;
    url.setScheme(mail.security == Mail::Security::Tls ? u"smtps"_s : u"smtp"_s);
    url.setHost(mail.host, QUrl::StrictMode);
    url.setPort(mail.port);
    return url;
}

// Strings are copied by libcurl.
void setUp(CURL *handle, const Letter &letter)
{
    const QUrl server = serverOf(letter.mail);
    const auto use = letter.mail.security == Mail::Security::None ? CURLUSESSL_NONE : CURLUSESSL_ALL;
    curl_easy_setopt(handle, CURLOPT_URL, server.toEncoded().constData());
    curl_easy_setopt(handle, CURLOPT_USE_SSL, long(use));
    if (Net::isLoopback(server))
        curl_easy_setopt(handle, CURLOPT_PROXY, "");
    if (const QString file = letter.environment.value(u"SSL_CERT_FILE"_s); !file.isEmpty())
        curl_easy_setopt(handle, CURLOPT_CAINFO, QFile::encodeName(file).constData());
    if (const QString folder = letter.environment.value(u"SSL_CERT_DIR"_s); !folder.isEmpty())
        curl_easy_setopt(handle, CURLOPT_CAPATH, QFile::encodeName(folder).constData());
    if (!letter.mail.user.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_USERNAME, letter.mail.user.toUtf8().constData());
        curl_easy_setopt(handle, CURLOPT_PASSWORD, letter.password.text().toUtf8().constData());
    }
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, letter.mail.from.toLatin1().constData());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L);
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(letter.bytes.size()));
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L); // signals belong to the program
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, long(connectTimeout.count()));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, long(letter.timeout.count()));
}

Sent send(const Letter &letter, const std::stop_token &stop)
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT); // once in a program
    const Easy easy(ready == CURLE_OK ? curl_easy_init() : nullptr);
    if (!easy)
        return Core::fail(ErrorKind::Internal, {}, u"libcurl"_s);
    CURL *handle = easy.get();
    setUp(handle, letter);
    List recipients;
    for (const QString &mailbox : letter.mail.to)
        recipients.reset(curl_slist_append(recipients.release(), mailbox.toLatin1().constData()));
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
    Upload upload{letter.bytes};
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(handle, CURLOPT_READDATA, &upload);
    Talk talk;
    curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, listen);
    curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &talk);
    curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L); // calls that function
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, goesOn);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &stop);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L); // calls that function
    std::array<char, CURL_ERROR_SIZE> words{};
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, words.data());

    const CURLcode code = curl_easy_perform(handle);
    Core::Redactor redactor;
    redactor.learn(letter.password.text());
    QList<Core::Error> refused;
    for (const Refusal &refusal : std::as_const(talk.refusals))
        refused.append(redactor.cleaned(refusalError(refusal)));
    if (code == CURLE_OK)
        return refused;
    if (!refused.isEmpty() && talk.step == Step::Recipient) // of nobody was it accepted
        return Core::fail(refused.first());
    const QString said = QString::fromUtf8(talk.words);
    const QString found = QString::fromLocal8Bit(words.front() != '\0' ? words.data() : curl_easy_strerror(code));
    return Core::fail(redactor.cleaned(Core::Error{.kind = kindOf(code, talk),
                                                   .subject = letter.mail.host,
                                                   .detail = said.isEmpty() ? found : said,
                                                   .cause = MailFault{stepOf(code, talk), talk.reply}}));
}

} // namespace

SendMail::SendMail(Letter letter, QObject *parent) : SendJob(parent), m_letter(std::move(letter))
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_watcher.future().resultCount() > 0)
            finishWith(m_watcher.result());
    });
}

SendMail::~SendMail()
{
    disconnect();
    m_stop.request_stop();
}

// The thread shares what it needs: it may run longer than this job lives.
void SendMail::run()
{
    auto promise = std::make_shared<QPromise<Sent>>();
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, letter = m_letter, stop = m_stop.get_token()] {
        promise->start();
        promise->addResult(send(letter, stop));
        promise->finish();
    });
}

void SendMail::abort()
{
    m_stop.request_stop();
    m_watcher.setFuture({});
}

} // namespace Notices
