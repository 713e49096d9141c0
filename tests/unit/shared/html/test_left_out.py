from __future__ import annotations

import pytest

from plugins.shared.html.left_out import find_left_out


def told(html: str) -> list[str]:
    lines = html.split("\n")
    return [
        str(problem)
        for problem in find_left_out(
            html,
            "content/posts/a.md",
            lambda typed: next((n for n, line in enumerate(lines, 1) if typed in line), None),
        )
    ]


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (
            "<p>a</p>\n<script>b()</script>\n<script>c()</script>",
            ":2: warning: feeds leave out the <script>, which apps do not run. Say in words what "
            "it shows, or link to where it runs.",
        ),
        (
            '<form action="/x"><p>a</p></form>',
            ":1: warning: feeds leave out the <form>, which apps cannot send. Link to a page that "
            "has it.",
        ),
        (
            "a <svg viewBox='0'></svg>",
            ":1: warning: feeds leave out the <svg>, which apps do not draw. Use a picture "
            "instead.",
        ),
        (
            "<video controls></video>",
            ":1: warning: feeds leave out the <video>, which has no address to link to. Give it a "
            "src.",
        ),
        (
            '<a href="javascript:alert(1)">b</a>',
            ":1: warning: feeds leave out the link 'javascript:alert(1)', which apps do not open. "
            "Use an address with https, http, mailto or tel.",
        ),
        (
            "<a href=' java&#115;cript:a()'>b</a>",
            ":1: warning: feeds leave out the link ' java&#115;cript:a()', which apps do not open. "
            "Use an address with https, http, mailto or tel.",
        ),
        (
            f'<img src="data:image/png;base64,{"A" * 99}">',
            ":1: warning: feeds leave out the picture 'data:image/png;base64,AAAAAAAAAAAAAAAAAA…', "
            "which apps do not load. Put it beside the text, or use its https address.",
        ),
        (
            "<img alt='b' src=http://a.example/b.jpg>",
            ":1: warning: feeds leave out the picture 'http://a.example/b.jpg', which apps do not "
            "load. Put it beside the text, or use its https address.",
        ),
    ],
)
def test_what_readers_would_miss_is_told_once(html: str, message: str) -> None:
    assert told(html) == [f"content/posts/a.md{message}"]


@pytest.mark.parametrize(
    "html",
    [
        '<p class="a" onclick="b()" style="c">d</p>',
        "<!-- <script> --><p>a</p><style>b</style>",
        '<iframe src="https://a.example/"></iframe><video><source src="/a.mp4"></video>',
        '<a href="/x">a</a> <a href="#b">b</a> <a>c</a> <a href="mailto:d@e.org">f</a>',
        '<img src="/a.jpg"><img src="https://a.example/b.jpg"><img alt="c">',
        "<p>&lt;script&gt; and <code>&lt;form&gt;</code></p>",
        '<a title="<script>" href="/x">a</a>',
        "<abbr>a</abbr><formula>",
        '<a class="hashtag" href="tag:trust">#trust</a>',
    ],
)
def test_what_nobody_misses_is_not_told(html: str) -> None:
    assert told(html) == []
