#pragma once

namespace Ui {

// Once, before the first window. In Qt 6.4 a scroll area's accessible object reads beyond its children when it is asked
// for the scroll bar that has just been hidden, which ends the program; this provides another one.
void secureScreenReader();

} // namespace Ui
