#include "cli/manualpage.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

// A line of text for roff: nothing of it is a request.
QString line(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    if (escaped.startsWith(u'.') || escaped.startsWith(u'\''))
        escaped.prepend(u"\\&"_s);
    return escaped;
}

QString bold(const QString &text)
{
    return u"\\fB"_s + line(text) + u"\\fR"_s;
}

QString italic(const QString &text)
{
    return u"\\fI"_s + line(text) + u"\\fR"_s;
}

QString optionText(const OptionFacts &option)
{
    QStringList names;
    for (const QString &name : option.names)
        names.append(bold(name));
    const QString all = names.join(u", "_s);
    if (option.value.isEmpty())
        return all;
    QString value = option.value;
    value.remove(u'[').remove(u']');
    return all + u' ' + (option.isValueOptional ? u'[' + italic(value) + u']' : italic(option.value));
}

QString synopsis(const CommandFacts &command, const QString &path)
{
    QString text = bold(path) + (command.commands.isEmpty() ? u" [options]"_s : u" \\fIcommand\\fR"_s);
    for (const OptionFacts &positional : command.positionals) {
        const QString name = italic(positional.value) + (positional.isRepeatable ? u" ..."_s : QString());
        text += u' ' + (positional.isRequired ? name : u'[' + name + u']');
    }
    return text;
}

// A paragraph whose first line announces indented ones, or columns, is shown as it is.
QString paragraph(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    QStringList escaped;
    for (const QString &one : lines)
        escaped.append(line(one));
    if (lines.size() > 1 && lines[1].startsWith(u' '))
        return u".PP\n.nf\n"_s + escaped.join(u'\n') + u"\n.fi\n"_s;
    return u".PP\n"_s + escaped.join(u'\n') + u'\n';
}

class Page
{
public:
    Page(const CommandFacts &program, const QString &version)
    {
        m_text = u".TH %1 1 \"\" \"%2\" \"User Commands\"\n"_s.arg(line(program.name.toUpper()),
                                                                   line(u"Workiva Writeback "_s + version));
        m_text += u".SH NAME\n%1 \\- %2\n"_s.arg(line(program.name), line(program.text));
        m_text += u".SH SYNOPSIS\n"_s;
        addSynopses(program, program.name);
        m_text += u".SH OPTIONS\n"_s;
        addOptions(program);
        m_text += u".SH DESCRIPTION\n"_s;
        addParagraphs(program.footer);
        m_text += u".SH COMMANDS\n"_s;
        for (const CommandFacts &command : program.commands)
            addCommand(command, command.name);
    }

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    void addSynopses(const CommandFacts &command, const QString &path)
    {
        if (command.commands.isEmpty())
            m_text += u".PP\n"_s + synopsis(command, path) + u'\n';
        for (const CommandFacts &below : command.commands)
            addSynopses(below, path + u' ' + below.name);
    }

    void addCommand(const CommandFacts &command, const QString &path)
    {
        m_text += u".SS \"%1\"\n%2\n"_s.arg(line(path), line(command.text + u'.'));
        if (command.commands.isEmpty()) {
            addOptions(command);
            addParagraphs(command.footer);
        }
        for (const CommandFacts &below : command.commands)
            addCommand(below, path + u' ' + below.name);
    }

    void addOptions(const CommandFacts &command)
    {
        for (const OptionFacts &positional : command.positionals)
            m_text += u".TP\n%1\n%2\n"_s.arg(italic(positional.value), line(positional.text));
        for (const OptionFacts &option : command.options)
            m_text += u".TP\n%1\n%2\n"_s.arg(optionText(option), line(option.text));
    }

    // Several commands have the same ones, which stand where they come first.
    void addParagraphs(const QString &text)
    {
        for (const QString &one : text.split(u"\n\n"_s, Qt::SkipEmptyParts)) {
            if (m_paragraphs.contains(one))
                continue;
            m_paragraphs.append(one);
            m_text += paragraph(one);
        }
    }

    QString m_text;
    QStringList m_paragraphs;
};

} // namespace

QString manualPage(const CommandFacts &program, const QString &version)
{
    return Page(program, version).text();
}

} // namespace Cli
