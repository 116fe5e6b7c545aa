#include "review/xlsxparts.h"

#include <QByteArray>
#include <QFile>

#include <minizip/unzip.h>

#include <algorithm>
#include <memory>
#include <string>

namespace Review {

namespace {

constexpr qsizetype piece = 1 << 16; // bytes read at once
constexpr std::string_view rowTag = "<row ";

struct Closer
{
    void operator()(void *file) const { unzClose(file); }
};

// The name of an XML document's root element, which is in its first bytes.
std::string rootOf(std::string_view start)
{
    const size_t declared = start.find("?>");
    const size_t open = start.find('<', declared == std::string_view::npos ? 0 : declared);
    if (open == std::string_view::npos)
        return {};
    const size_t end = start.find_first_of(" >\r\n", open);
    return std::string(start.substr(open + 1, end == std::string_view::npos ? end : end - open - 1));
}

// The rows in the current part.
std::optional<qint64> rowsInPart(unzFile file)
{
    if (unzOpenCurrentFile(file) != UNZ_OK)
        return {};
    qint64 rows = 0;
    std::string root;
    std::string text; // the end of the last piece, and the next one
    QByteArray read(piece, Qt::Uninitialized);
    int size = 0;
    while ((size = unzReadCurrentFile(file, read.data(), unsigned(read.size()))) > 0) {
        const size_t searched = text.size() - std::min(text.size(), rowTag.size() - 1);
        text.append(read.constData(), size_t(size));
        if (root.empty())
            root = rootOf(text);
        for (size_t at = text.find(rowTag, searched); at != std::string::npos; at = text.find(rowTag, at + 1))
            ++rows;
        constexpr size_t kept = 64; // more than the longest end tag
        if (text.size() > kept)
            text.erase(0, text.size() - kept);
    }
    text.erase(text.find_last_not_of("\r\n") + 1);
    const bool isWhole = size == 0 && !root.empty() && text.ends_with("</" + root + ">");
    return unzCloseCurrentFile(file) == UNZ_OK && isWhole ? std::optional(rows) : std::nullopt;
}

} // namespace

std::optional<qint64> rowsInXlsx(const QString &path)
{
    const std::unique_ptr<void, Closer> file(unzOpen64(QFile::encodeName(path).constData()));
    if (!file)
        return {};
    qint64 rows = 0;
    int at = unzGoToFirstFile(file.get());
    for (; at == UNZ_OK; at = unzGoToNextFile(file.get())) {
        const auto inPart = rowsInPart(file.get());
        if (!inPart)
            return {};
        rows += *inPart;
    }
    return at == UNZ_END_OF_LIST_OF_FILE ? std::optional(rows) : std::nullopt;
}

} // namespace Review
