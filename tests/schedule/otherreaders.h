#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

// For tests that have PYTHON, OTHER_READERS and GOLDEN defined.
namespace Support {

using namespace Qt::StringLiterals;

// What another implementation reads in what is handed over to a scheduler; empty if it cannot. `form`: see
// otherreaders.py.
[[nodiscard]] inline QJsonObject readByAnother(const QString &form, const QByteArray &text)
{
    QProcess process;
    process.start(QStringLiteral(PYTHON), {QStringLiteral(OTHER_READERS), form});
    process.write(text);
    process.closeWriteChannel();
    process.waitForFinished(-1);
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

[[nodiscard]] inline QByteArray golden(const QString &name)
{
    QFile file(QStringLiteral(GOLDEN) + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file ") + name.toUtf8();
}

} // namespace Support
