#include "cli/completion.h"

using namespace Qt::StringLiterals;

namespace Cli {

namespace {

// What stands for a value in a shell's script.
enum class Value { None, Other, File, Folder };

Value valueOf(const OptionFacts &option)
{
    if (option.value.isEmpty())
        return Value::None;
    if (option.value == "FILE"_L1 || option.value == "PROFILE"_L1)
        return Value::File;
    return option.value == "FOLDER"_L1 ? Value::Folder : Value::Other;
}

QStringList namesOf(const QList<OptionFacts> &options)
{
    QStringList names;
    for (const OptionFacts &option : options)
        names += option.names;
    return names;
}

QStringList namesOf(const QList<CommandFacts> &commands)
{
    QStringList names;
    for (const CommandFacts &command : commands)
        names.append(command.name);
    return names;
}

// For all three shells: single quotes, with those of the text written as shells need them.
QString quoted(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

// Each command below the program, with its path: "/profiles/list".
template <typename Visit> void visit(const CommandFacts &command, const QString &path, const Visit &visitor)
{
    visitor(command, path);
    for (const CommandFacts &below : command.commands)
        visit(below, path + u'/' + below.name, visitor);
}

QString functionName(const QString &program)
{
    return u'_' + QString(program).replace(u'-', u'_');
}

QString bashWords(const CommandFacts &command, const QString &path)
{
    const bool takesFiles = !command.positionals.isEmpty() && valueOf(command.positionals.first()) == Value::File;
    return u"    %1) commands=%2 options=%3 files=%4 ;;\n"_s.arg(
        quoted(path), quoted(namesOf(command.commands).join(u' ')), quoted(namesOf(command.options).join(u' ')),
        takesFiles ? u"yes"_s : QString());
}

QString bashValues(const CommandFacts &command, const QString &path)
{
    QString cases;
    for (const OptionFacts &option : command.options) {
        const Value value = valueOf(option);
        if (value == Value::None || option.isValueOptional)
            continue;
        const QString reply = value == Value::File
            ? u"compopt -o filenames; COMPREPLY=($(compgen -f -- \"$current\")); "_s
            : value == Value::Folder ? u"compopt -o filenames; COMPREPLY=($(compgen -d -- \"$current\")); "_s
                                     : QString();
        for (const QString &name : option.names)
            cases += u"    %1) %2return ;;\n"_s.arg(quoted(path + u' ' + name), reply);
    }
    return cases;
}

QString zshText(const QString &text)
{
    QString escaped = text;
    for (const QChar special : u"\\[]:"_s)
        escaped.replace(special, u'\\' + QString(special));
    return escaped;
}

QString zshAction(const OptionFacts &option)
{
    switch (valueOf(option)) {
    case Value::None: return {};
    case Value::Other: return u":%1: "_s.arg(zshText(option.value));
    case Value::File: return u":%1:_files"_s.arg(zshText(option.value));
    case Value::Folder: return u":%1:_files -/"_s.arg(zshText(option.value));
    }
    Q_UNREACHABLE();
}

QString zshFunction(const CommandFacts &command, const QString &name)
{
    QStringList specs;
    for (const OptionFacts &option : command.options) {
        for (const QString &each : option.names)
            specs.append(
                quoted(u"%1%2[%3]%4%5"_s.arg(option.isRepeatable ? u"*"_s : QString(), each, zshText(option.text),
                                             option.isValueOptional ? u":"_s : QString(), zshAction(option))));
    }
    if (!command.commands.isEmpty()) {
        specs.append(quoted(u"1:command:->command"_s));
        specs.append(quoted(u"*::argument:->argument"_s));
    }
    for (const OptionFacts &positional : command.positionals)
        specs.append(quoted((positional.isRepeatable ? u"*"_s : QString()) + zshAction(positional)));
    QString text =
        u"%1() {\n    local context state state_descr line\n    typeset -A opt_args\n    _arguments -C \\\n        %2\n"_s
            .arg(name, specs.join(u" \\\n        "_s));
    if (!command.commands.isEmpty()) {
        QStringList descriptions;
        QString cases;
        for (const CommandFacts &below : command.commands) {
            descriptions.append(quoted(u"%1:%2"_s.arg(zshText(below.name), zshText(below.text))));
            cases += u"        %1) %2 ;;\n"_s.arg(quoted(below.name), name + u'_' + below.name);
        }
        text +=
            u"    case $state in\n    command)\n        local -a commands=(\n            %1\n        )\n"
            "        _describe command commands\n        ;;\n    argument)\n        case $line[1] in\n%2        esac\n"
            "        ;;\n    esac\n"_s.arg(descriptions.join(u"\n            "_s), cases);
    }
    text += u"}\n\n"_s;
    for (const CommandFacts &below : command.commands)
        text += zshFunction(below, name + u'_' + below.name);
    return text;
}

// A condition of fish: the commands of the path were given, and none below the last.
QString fishCondition(const CommandFacts &command, const QString &path)
{
    QStringList parts;
    for (const QString &name : path.split(u'/', Qt::SkipEmptyParts))
        parts.append(u"__fish_seen_subcommand_from "_s + name);
    if (!command.commands.isEmpty())
        parts.append(u"not __fish_seen_subcommand_from "_s + namesOf(command.commands).join(u' '));
    return parts.join(u"; and "_s);
}

QString fishLines(const CommandFacts &command, const QString &path, const QString &program)
{
    const QString start = u"complete -c %1 -n %2"_s.arg(program, quoted(fishCondition(command, path)));
    QString lines;
    const bool takesFiles = !command.positionals.isEmpty() && valueOf(command.positionals.first()) == Value::File;
    lines += start + (takesFiles ? u" -F\n"_s : u" -f\n"_s);
    for (const CommandFacts &below : command.commands)
        lines += u"%1 -a %2 -d %3\n"_s.arg(start, below.name, quoted(below.text));
    for (const OptionFacts &option : command.options) {
        QString line = start;
        for (const QString &name : option.names)
            line += name.startsWith("--"_L1) ? u" -l "_s + name.sliced(2) : u" -s "_s + name.sliced(1);
        switch (valueOf(option)) {
        case Value::None: break;
        case Value::Other: line += option.isValueOptional ? QString() : u" -x"_s; break;
        case Value::File: line += u" -r -F"_s; break;
        case Value::Folder: line += u" -x -a '(__fish_complete_directories)'"_s; break;
        }
        lines += u"%1 -d %2\n"_s.arg(line, quoted(option.text));
    }
    return lines;
}

} // namespace

QString bashCompletion(const CommandFacts &program)
{
    QStringList paths;
    QString words;
    QString values;
    visit(program, {}, [&](const CommandFacts &command, const QString &path) {
        words += bashWords(command, path);
        values += bashValues(command, path);
        if (!path.isEmpty())
            paths.append(quoted(path));
    });
    return uR"(# bash completion for %1
%2()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local path= commands= options= files= i
    local IFS=$'\n' # names of files may have blanks
    for ((i = 1; i < COMP_CWORD; i++)); do
        case $path/${COMP_WORDS[i]} in
        %3) path=$path/${COMP_WORDS[i]} ;;
        esac
    done
    case $path in
%4    esac
    COMPREPLY=()
    case "$path $previous" in
%5    esac
    if [[ $current == -* ]]; then
        COMPREPLY=($(compgen -W "${options// /$IFS}" -- "$current"))
    elif [[ -n $commands ]]; then
        COMPREPLY=($(compgen -W "${commands// /$IFS}" -- "$current"))
    elif [[ -n $files ]]; then
        compopt -o filenames
        COMPREPLY=($(compgen -f -- "$current"))
    fi
}
complete -F %2 %1
)"_s.arg(program.name, functionName(program.name), paths.join(u" | "_s), words, values);
}

QString zshCompletion(const CommandFacts &program)
{
    const QString function = functionName(program.name);
    return u"#compdef %1\n\n"_s.arg(program.name) + zshFunction(program, function)
        + u"if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n    %1 \"$@\"\nelse\n    compdef %1 %2\nfi\n"_s.arg(
            function, program.name);
}

QString fishCompletion(const CommandFacts &program)
{
    QString script = u"# fish completion for %1\n"_s.arg(program.name);
    visit(program, {},
          [&](const CommandFacts &command, const QString &path) { script += fishLines(command, path, program.name); });
    return script;
}

} // namespace Cli
