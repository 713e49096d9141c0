"""Random HTML: tags, attributes and words that belong together seldom."""

from __future__ import annotations

from hypothesis import strategies as st

_NAMES = """
a b blockquote br button center code details dd div dl dt em embed figure form h1 h2 h6 hr i iframe
img input li math noscript object ol option p plaintext pre q ruby rt script select span strong
style sub summary sup svg table tbody td template textarea th title tr u ul video x-y
"""
_ATTRIBUTES = [
    ' href="/x"', " href=x", ' href="#y"', ' href="//h.example/ä b"', ' href="javascript:a()"',
    " HREF='java&#115;cript:a()'", ' href="https://a.example/?a=1&b=2"', ' src="/a.jpg"',
    ' src="data:,a"', ' src="http://a.example/a.jpg"', ' alt="<b>&quot;]]>"', ' title="a>b"',
    " onclick=a()", ' class="hashtag" href="/t/"', ' id="a"', ' style="x"', ' dir="rtl"', "/", '"',
    ' cite="../x"', ' colspan="2"',
]  # fmt: skip
_WORDS = [
    "Two words.", " ", "\n", "&amp;", "&amp;amp;", "&lt;b&gt;", "&nbsp;", "&rsquo;", "&#1;", "&#0;",
    "&", "<", ">", "]]>", "<!--", "-->", "<![CDATA[", "<?x?>", "<!DOCTYPE x>", "👩‍👧", "\u200fשלום",
    "你好。", "\x00", "\x1b", "\ud800", "\ufffe", "\r\n", "00:00 Hello", "é", "e\u0301",
    "\xa0", "x" * 90,
]  # fmt: skip

_OPENING = st.builds(
    lambda name, attributes: f"<{name}{''.join(attributes)}>",
    st.sampled_from(_NAMES.split()),
    st.lists(st.sampled_from(_ATTRIBUTES), max_size=2),
)
_CLOSING = st.sampled_from(_NAMES.split()).map(lambda name: f"</{name}>")
_SIMPLE = st.sampled_from(
    ["<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<b>", "</b>", "<h2>", "</h2>", "<br>",
     '<a href="/x">', "</a>", "<em>", "</em>"]
)  # fmt: skip

HTML = st.lists(
    _OPENING | _CLOSING | _SIMPLE | st.sampled_from(_WORDS) | st.text(max_size=12), max_size=24
).map("".join) | st.lists(_SIMPLE | st.sampled_from(_WORDS[:8]), max_size=16).map("".join)
