"""What the HTML of a feed may hold: the elements, their attributes, the schemes of addresses."""

from __future__ import annotations

_BLOCKS = """
address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4
h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul
"""
_INLINE = """
a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small strong sub sup
time u var wbr
"""
# What stands inside these is no text for readers.
_SILENT = """
audio button canvas datalist iframe math noembed noframes noscript object script select style svg
template textarea title video
"""
BLOCKS = frozenset(_BLOCKS.split())
ELEMENTS = BLOCKS | frozenset(_INLINE.split())
SILENT = frozenset(_SILENT.split())
VOID = frozenset({"br", "hr", "img", "wbr"})

# No class, id or style: they mean something to this site's style sheets alone. `srcset` is left
# out because `src` is enough for an app, which loads one picture.
ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "hreflang", "title"},
    "abbr": {"title"},
    "blockquote": {"cite"},
    "del": {"cite", "datetime"},
    "details": {"open"},
    "img": {"src", "alt", "title", "width", "height"},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "q": {"cite"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "time": {"datetime"},
}
ADDRESSES = frozenset({"href", "src", "cite"})

# What apps open for a listener: pages, a letter, a call. Everything else runs something, carries
# its content in itself, or asks for a program that few have.
SCHEMES = frozenset({"https", "http", "mailto", "tel"})
