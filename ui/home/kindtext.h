#pragma once

#include "ui/home/profilesmodel.h"

namespace Ui {

// How many writebacks there are, and how many of a kind, in the summary above the list and in the headings of groups.
[[nodiscard]] QString writebacksText(int count); // "6 writebacks"
[[nodiscard]] QString kindText(ProfilesModel::Kind kind, int count); // "5 verified"
[[nodiscard]] Words::Tone kindTone(ProfilesModel::Kind kind);

} // namespace Ui
