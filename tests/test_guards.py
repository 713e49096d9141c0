"""Guards of the house: who may import what, and that nothing is left unsaid."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted([*ROOT.glob("plugins/**/*.py"), *ROOT.glob("tools/**/*.py")])


def imports(path: Path, *, at_once: bool = False) -> set[str]:
    """Return the modules that a file imports; `at_once` leaves out what functions import later."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in tree.body if at_once else ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def test_only_hooks_import_pelican() -> None:
    importers = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if path.name != "hooks.py"
        and any(name.split(".")[0] == "pelican" for name in imports(path))
    ]

    assert importers == []


def test_no_plugin_imports_the_hooks_of_another() -> None:
    importers = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in MODULES
        for name in imports(path)
        if re.fullmatch(r"plugins\.[\w.]+\.hooks", name)
        and path.relative_to(ROOT).parts[1] != name.split(".")[1]
    ]

    assert importers == []


# From the ground up; what stands on one floor does not know of each other.
FLOORS = (
    {"shared"},
    {"frontmatter", "theme"},
    {"entries"},
    {"identity", "tags"},
    {"podcast"},
    {"people", "series", "listings", "report"},
    {"discovery"},
)


def test_plugins_stand_on_each_other_and_know_from_above_only_the_model() -> None:
    floor = {name: number for number, names in enumerate(FLOORS) for name in names}
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in MODULES
        if "plugins" in path.parts and path.parent.name != "plugins"
        for name in imports(path)
        if (found := re.match(r"plugins\.(\w+)\.", name))
        and found[1] != (mine := path.relative_to(ROOT).parts[1])
        and floor[found[1]] >= floor[mine]
        and not re.match(r"plugins\.\w+\.model(\.|$)", name)
    ]

    assert wrong == []


def test_plugins_never_import_tools() -> None:
    importers = [path for path in MODULES if "plugins" in path.parts and "tools" in imports(path)]

    assert importers == []


def test_no_module_imports_itself_by_a_detour() -> None:
    graph = {_name_of(path): imports(path, at_once=True) for path in MODULES}

    def reach(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = list(graph[start])
        while waiting:
            name = waiting.pop()
            if name in graph and name not in seen:
                seen.add(name)
                waiting += graph[name]
        return seen

    assert [name for name in graph if name in reach(name)] == []


def _name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_opens_with_its_idea(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_every_partial_says_what_it_needs() -> None:
    partials = sorted((ROOT / "theme" / "templates" / "partials").glob("*.html"))

    silent = [p.name for p in partials if not p.read_text().startswith(("{#", "{%- #"))]

    assert silent == []


def read_docs() -> str:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    return "\n".join(page.read_text(encoding="utf-8") for page in pages)


def test_every_plugin_is_documented() -> None:
    text = read_docs()
    plugins = [path.parent.name for path in ROOT.glob("plugins/*/hooks.py")]

    assert [name for name in plugins if f"`plugins/{name}`" not in text] == []


def test_every_make_target_is_documented() -> None:
    text = read_docs()
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)

    assert targets
    assert [name for name in targets if f"`make {name}`" not in text] == []


def test_every_variable_of_make_is_documented() -> None:
    text = read_docs()
    found = re.search(r"^VARIABLES := (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)

    assert found
    assert [name for name in found[1].split() if f"`{name}`" not in text] == []


def test_every_change_for_listeners_is_documented() -> None:
    from tools.publish.diff.kinds import EPISODE_KINDS, LEFT, SHOW_KINDS  # noqa: PLC0415 read only here

    text = (ROOT / "docs" / "publish.md").read_text(encoding="utf-8")

    kinds = (*EPISODE_KINDS, LEFT, *SHOW_KINDS)
    assert [kind.words for kind in kinds if f"`{kind.words}`" not in text] == []


def test_every_front_matter_key_is_documented() -> None:
    from plugins.frontmatter.keys import KEYS  # noqa: PLC0415 read only here

    text = (ROOT / "docs" / "front-matter.md").read_text(encoding="utf-8")

    for key in KEYS:
        assert f"| `{key.name}` |" in text
        assert key.rule in text


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    conf = ast.parse((ROOT / "pelicanconf.py").read_text(encoding="utf-8"))
    names = [
        target.id
        for node in conf.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    ]

    assert [name for name in names if f"`{name}`" not in text] == []


def test_every_key_of_a_show_is_documented() -> None:
    from dataclasses import fields  # noqa: PLC0415 read only here

    from plugins.podcast.settings.show import ShowSettings  # noqa: PLC0415 the same

    pages = [ROOT / "docs" / name for name in ("settings.md", "feed.md")]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)

    assert [f.name for f in fields(ShowSettings) if f"`{f.name}`" not in text] == []


def test_every_element_of_the_feed_is_documented() -> None:
    from plugins.podcast.namespace.channel import CHANNEL  # noqa: PLC0415 read only here
    from plugins.podcast.namespace.item import ITEM  # noqa: PLC0415 the same

    text = (ROOT / "docs" / "feed.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| ")]
    documented = {(key, element) for keys, element, *_ in rows for key in keys[2:].split(", ")}

    written = [(row.key, row.element) for row in CHANNEL] + [(row.key, row.element) for row in ITEM]
    for key, element in written:
        shown = key if key == "the notes" else f"`{key}`"
        assert (shown, f"`{element}`") in documented


def test_every_part_of_a_value_is_documented() -> None:
    pages = ("feed.md", "front-matter.md")
    text = "".join((ROOT / "docs" / page).read_text(encoding="utf-8") for page in pages)
    documented = set(re.findall(r"([\w-]+)=", text))

    known = set().union(*map(_parts, (ROOT / "plugins" / "podcast").rglob("*.py")))
    assert {"geo", "suggested", "feedUrl", "codecs"} < known
    assert known - documented == set()


def _parts(path: Path) -> set[str]:
    """Return the names of pairs that a module asks `parse_line` for."""
    calls = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))
    asked = [
        node
        for call in calls
        if ast.unparse(call.func) == "parse_line"
        for node in ast.walk(call.args[1])
    ]
    module = importlib.import_module(_name_of(path))
    named = [getattr(module, node.id) for node in asked if isinstance(node, ast.Name)]
    return {str(node.value) for node in asked if isinstance(node, ast.Constant)}.union(*named)


def test_every_dependency_has_its_reason() -> None:
    import tomllib  # noqa: PLC0415 read only here

    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"].values()
    wanted = [*project["project"]["dependencies"], *(name for group in groups for name in group)]
    names = [re.split(r"[<>=\[ ]", requirement)[0].lower() for requirement in wanted]

    assert [name for name in names if f"| {name} |" not in text] == []


def test_no_file_names_a_path_of_the_machine() -> None:
    texts = [p for p in ROOT.glob("**/*") if p.suffix in {".py", ".md", ".toml", ".html", ".css"}]
    mine = [p for p in texts if not {".venv", ".git", ".cache"} & set(p.parts)]
    found = [
        p for p in mine if re.search(r"/(?:work|home|root)/\w", p.read_text("utf-8", "ignore"))
    ]

    assert [p for p in found if p != Path(__file__)] == []
