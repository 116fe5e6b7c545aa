#include "ui/home/kindtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Ui {

namespace {

using Kind = ProfilesModel::Kind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KindText)
};

} // namespace

QString writebacksText(int count)
{
    return count == 1 ? Text::tr("1 writeback") : Text::tr("%1 writebacks").arg(QLocale().toString(count));
}

QString kindText(Kind kind, int count)
{
    const QString number = QLocale().toString(count);
    switch (kind) {
    case Kind::Verified: return Text::tr("%1 verified").arg(number);
    case Kind::NeedsYou: return count == 1 ? Text::tr("1 needs you") : Text::tr("%1 need you").arg(number);
    case Kind::Running: return Text::tr("%1 running").arg(number);
    case Kind::NotRun: return Text::tr("%1 to run").arg(number);
    case Kind::Archived: return Text::tr("%1 archived").arg(number);
    }
    Q_UNREACHABLE();
}

Words::Tone kindTone(Kind kind)
{
    switch (kind) {
    case Kind::Verified: return Words::Tone::Ok;
    case Kind::NeedsYou: return Words::Tone::Warning;
    case Kind::Running: return Words::Tone::Waiting;
    case Kind::NotRun:
    case Kind::Archived: return Words::Tone::Note;
    }
    Q_UNREACHABLE();
}

} // namespace Ui
