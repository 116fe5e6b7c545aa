# In addition to what plant.cmake needs: LAYERS, the table.
get_filename_component(table ${LAYERS} NAME)
set(ARGUMENTS -DLAYERS=${SCRATCH}/${table})
set(COPIED ${ROOT}/ARCHITECTURE.md ${LAYERS})
include(${CMAKE_CURRENT_LIST_DIR}/plant.cmake)

plant_instead(${table} "set(may_core )" "set(may_core net)" "core links net, from where layers lead in a circle")
plant_instead(${table} "set(may_core )" "set(may_core net)" "net links core, from where layers lead in a circle")
plant_instead(${table} "set(house core" "set(house planted core" "'planted' is a layer without a folder")

set(page ARCHITECTURE.md)
plant_instead(${page} "| `src/core`" "| `src/kernel`" "'src/kernel' is no layer")
plant_instead(${page} "| `src/core`" "| src/core" "core is missing")
plant_instead(${page} "| core sheet net domo workiva |\n" "| core sheet net domo workiva profiles |\n" "writeback may include profiles, which it does not link")
plant_instead(${page} "| core sheet net domo workiva |\n" "| core sheet domo workiva |\n" "writeback links net, which it may not include")
plant_instead(${page} "| core sheet net domo workiva |\n" "| all |\n" "writeback may include all, which it does not link")

file(MAKE_DIRECTORY ${SCRATCH}/src/planted)
expect_refusal(src/planted "a folder" "is no layer")
