#pragma once

#include "ui/controls.h"
#include "ui/look/statusline.h"
#include "ui/look/tonelabel.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

// What a person does with a window, and sees in it.
namespace Support {

using namespace Qt::StringLiterals;
using Words::Tone;

constexpr int deadline = 15'000; // ms, for requests to services

inline void type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

inline void alt(Qt::Key key)
{
    press(key, Qt::AltModifier);
}

// Presses Tab until the control has the focus.
inline bool tabTo(const QWidget *control)
{
    for (int step = 0; step < 30 && QApplication::focusWidget() != control; ++step)
        press(Qt::Key_Tab);
    return QApplication::focusWidget() == control;
}

// False if there is no such field.
[[nodiscard]] inline bool fill(const QWidget &window, const QString &field, const QString &text)
{
    auto *edit = named<QLineEdit>(&window, field);
    if (!edit)
        return false;
    edit->clear();
    QTest::keyClicks(edit, text);
    return true;
}

inline QString shown(const QWidget &window, const char *label)
{
    if (const auto *line = window.findChild<Ui::StatusLine *>(QLatin1String(label)))
        return line->text();
    return window.findChild<QLabel *>(QLatin1String(label))->text();
}

inline Words::Tone tone(const QWidget &window, const char *label)
{
    if (const auto *line = window.findChild<Ui::StatusLine *>(QLatin1String(label)))
        return line->tone();
    return window.findChild<Ui::ToneLabel *>(QLatin1String(label))->tone();
}

// The button beside a field's status; null while it is hidden.
inline QPushButton *buttonBeside(const QWidget &window, const char *line)
{
    auto *button = window.findChild<Ui::StatusLine *>(QLatin1String(line))->findChild<QPushButton *>();
    return button->isVisible() ? button : nullptr;
}

// False if there is none.
[[nodiscard]] inline bool pressBeside(const QWidget &window, const char *line)
{
    auto *button = buttonBeside(window, line);
    if (!button)
        return false;
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    return true;
}

// A button by its text, without its mnemonic.
inline QPushButton *button(const QWidget &window, const QString &text)
{
    for (QPushButton *one : window.findChildren<QPushButton *>()) {
        if (one->text().remove(u'&') == text)
            return one;
    }
    return nullptr;
}

inline QAbstractButton *buttonOf(const QMessageBox &box, QMessageBox::ButtonRole role)
{
    for (QAbstractButton *one : box.buttons()) {
        if (box.buttonRole(one) == role)
            return one;
    }
    return nullptr;
}

// Fills in the empty Credentials page from the account's name on; false if Tab does not lead to the addresses.
[[nodiscard]] inline bool enterCredentialsByKeys(const QWidget &window, const SandboxProcess &sandbox)
{
    alt(Qt::Key_M);
    type(u"Finance"_s);
    alt(Qt::Key_D);
    type(sandbox.domo().clientId);
    alt(Qt::Key_S);
    type(sandbox.domo().secret.text());
    alt(Qt::Key_W);
    type(sandbox.workiva().clientId);
    alt(Qt::Key_E);
    type(sandbox.workiva().secret.text());
    if (!tabTo(window.findChild<QCheckBox *>(u"addresses"_s)))
        return false;
    press(Qt::Key_Space);
    alt(Qt::Key_O);
    type(sandbox.domo().baseUrl.toString());
    alt(Qt::Key_K);
    type(sandbox.workiva().baseUrl.toString());
    return true;
}

} // namespace Support
