"""What is wrong with the picture of a window, as far as a script can tell: texts with too little contrast, parts outside
their window, and windows larger than the screen."""
import collections
import subprocess

from gi.repository import Atspi

from screen import CELLED, CELLS, MANY_CELLS, below, has

READABLE = 4.5  # WCAG 2.1, level AA
TEXTS = {"label", "push button", "toggle button", "menu button", "check box", "radio button", "combo box", "text",
         "password text", "spin button", "menu item", "page tab", "table column header", "table row header", *CELLS}
FRAMED = {"push button", "toggle button", "menu button", "combo box", "text", "password text", "spin button", *CELLS}
FRAME = 4  # in units of the scale factor: a frame is not a text
FEWEST = 6  # pixels of a text's colour: a single one may be a neighbour's
STEP = 12  # between the points at which a large table is asked for its cells


def luminance(color):
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
                        for part in (one / 255 for one in color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def named(color):
    return "#%02x%02x%02x" % color


class Box:
    """A rectangle, by its sides."""

    def __init__(self, left, top, right, bottom):
        self.left, self.top, self.right, self.bottom = left, top, right, bottom

    def __bool__(self):
        return self.left < self.right and self.top < self.bottom

    def inside(self, other):
        return Box(max(self.left, other.left), max(self.top, other.top),
                   min(self.right, other.right), min(self.bottom, other.bottom))

    def shrunk(self, by):
        return Box(self.left + by, self.top + by, self.right - by, self.bottom - by)


def box_of(control):
    box = control.get_extents(Atspi.CoordType.SCREEN)
    return Box(box.x, box.y, box.x + box.width, box.y + box.height)


class Pixels:
    def __init__(self, file):
        size = subprocess.run(["identify", "-format", "%w", str(file)], stdout=subprocess.PIPE, check=True)
        self._width = int(size.stdout)
        self._rgb = subprocess.run(["convert", str(file), "-depth", "8", "rgb:-"], stdout=subprocess.PIPE,
                                   check=True).stdout

    def colors(self, box):
        """The number of pixels of each colour in a box."""
        found = collections.Counter()
        for row in range(box.top, box.bottom):
            start = (row * self._width + box.left) * 3
            line = self._rgb[start:start + (box.right - box.left) * 3]
            found.update(zip(line[0::3], line[1::3], line[2::3]))
        return found


def large_table_cells(table):
    """The visible cells of a table that has too many to ask for each of them."""
    box = box_of(table)
    found = {}
    for y in range(box.top, box.bottom, STEP):
        for x in range(box.left, box.right, 5 * STEP):
            cell = table.get_accessible_at_point(x, y, Atspi.CoordType.SCREEN)
            if cell and cell.get_role_name() in TEXTS:
                where = box_of(cell)
                found[where.left, where.top] = cell
    return found.values()


def texts_below(control, visible):
    """What shows a text below a control, with its visible part."""
    if control.get_role_name() in CELLED and control.get_child_count() > MANY_CELLS:
        children = large_table_cells(control)
    else:
        children = filter(None, map(control.get_child_at_index, range(control.get_child_count())))
    for child in children:
        if not has(child, Atspi.StateType.SHOWING):
            continue
        box = box_of(child)
        part = box.inside(visible)
        is_whole = part.top == box.top and part.bottom == box.bottom  # not half of a row
        if child.get_role_name() in CELLS:
            is_whole = is_whole and part.right == box.right  # where a number is
        if part and is_whole and child.get_role_name() in TEXTS:
            yield child, part
        if part:
            yield from texts_below(child, part)


def pale_texts(window, file, scale):
    """The texts of a window that have too little contrast in a picture of it."""
    origin = box_of(window)
    pixels = Pixels(file)
    for control, box in texts_below(window, origin):
        if control.get_role_name() in FRAMED:
            box = box.shrunk(FRAME)
        colors = pixels.colors(Box(*(round(scale * side) for side in (
            box.left - origin.left, box.top - origin.top, box.right - origin.left, box.bottom - origin.top))))
        if len(colors) < 2:
            continue  # no text
        ground = colors.most_common(1)[0][0]
        text = max((color for color in colors if colors[color] >= FEWEST), key=lambda one: contrast(one, ground))
        if contrast(text, ground) < READABLE:
            yield (f"{contrast(text, ground):.2f}:1, {named(text)} on {named(ground)}: {control.get_role_name()} "
                   f"{control.get_name()!r}{'' if has(control, Atspi.StateType.ENABLED) else ' (disabled)'}")


def cut_parts(window, screen):
    """The controls and texts that are partly outside their window, and the window if it is partly outside the screen."""
    area = box_of(window)
    if area.left < 0 or area.top < 0 or area.right > screen[0] or area.bottom > screen[1]:
        yield f"the window of {area.right - area.left} x {area.bottom - area.top} at {area.left}, {area.top}"
    for control in below(window):
        box = box_of(control)
        if control.get_role_name() in TEXTS and (box.left < area.left or box.right > area.right):
            yield f"{control.get_role_name()} {control.get_name()!r} from {box.left - area.left} to {box.right - area.left}"
