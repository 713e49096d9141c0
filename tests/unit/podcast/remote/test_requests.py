"""What servers do wrong, each told in a sentence; no audio is ever sent whole."""

from __future__ import annotations

import contextlib
import socket
import threading
import time

import pytest

from plugins.podcast.remote import patience, requests
from plugins.podcast.remote.measuring import measure_remote
from tests.media_host import MediaHost, Served, serve_media
from tests.unit.builders import DATA
from tests.unit.podcast.remote.test_measuring import LONG, M4A

GOOD = Served(content=LONG)
LATER = "Try again later, or ask who runs it."
UNREACHED = (
    "it cannot be reached. "
    "Check the address and your network, or take the remote.json that 'make probe' wrote elsewhere "
    "and build with OFFLINE=1."
)
CERTIFICATE = DATA / "nobody-trusts-this.pem"


def fault(url: str) -> str:
    with pytest.raises(ValueError, match=r"\w") as caught:
        measure_remote(url)
    return str(caught.value)


def to(target: str, status: int = 302) -> Served:
    return Served(status=status, head=status, headers=(("Location", target),))


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (401, "401 (Unauthorized). Let everybody read the file: apps have no password."),
        (403, "403 (Forbidden). Let everybody read the file: apps have no password."),
        (404, "404 (Not Found). Correct the address, or put the file there."),
        (410, "410 (Gone). Correct the address, or put the file there."),
        (418, "418 (I'm a Teapot). Correct the address."),
        (429, "429 (Too Many Requests). Wait a while, then try again."),
        (500, f"500 (Internal Server Error). {LATER}"),
        (503, f"503 (Service Unavailable). {LATER}"),
        (599, f"599. {LATER}"),
    ],
)
def test_a_refusal_is_told_with_what_to_do(host: MediaHost, status: int, message: str) -> None:
    host.files["/a.mp3"] = Served(status=status, head=status)

    assert fault(f"{host.url}/a.mp3") == f"its server answers {message}"


@pytest.mark.parametrize("status", [400, 403, 405, 500, 501])
def test_a_host_that_knows_no_head_is_asked_for_a_part(host: MediaHost, status: int) -> None:
    host.files["/a.mp3"] = Served(content=LONG, head=status)

    facts = measure_remote(f"{host.url}/a.mp3")

    assert facts.measured.length_bytes == len(LONG)
    assert not facts.answers_head
    assert host.sent < len(LONG) / 3


@pytest.mark.parametrize("length", ["", "0", "many"])
def test_a_head_without_length_does_not_count(host: MediaHost, length: str) -> None:
    host.files["/a.mp3"] = Served(content=LONG, length=length)

    facts = measure_remote(f"{host.url}/a.mp3")

    assert (facts.measured.length_bytes, facts.answers_head) == (len(LONG), False)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("target", ["/b/a.mp3?x=1", "b/a.mp3?x=1", "{host}/b/a.mp3?x=1"])
def test_redirects_are_followed_for_each_part(host: MediaHost, target: str, status: int) -> None:
    host.files["/a.mp3"] = to(target.format(host=host.url), status)
    host.files["/b/a.mp3?x=1"] = GOOD

    assert measure_remote(f"{host.url}/a.mp3").measured.length_bytes == len(LONG)
    assert set(host.requests) == {
        "HEAD /a.mp3", "HEAD /b/a.mp3?x=1", "GET /a.mp3", "GET /b/a.mp3?x=1",
    }  # fmt: skip
    assert host.sent < len(LONG) / 3


def test_redirects_to_another_host_and_to_https_are_followed(
    host: MediaHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with serve_media(CERTIFICATE) as other:
        other.files["/b.mp3"] = GOOD
        host.files["/a.mp3"] = to(f"{other.url}/b.mp3")

        assert measure_remote(f"{host.url}/a.mp3").measured.length_bytes == len(LONG)


def test_a_redirect_away_from_https_is_refused(
    host: MediaHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    host.files["/b.mp3"] = GOOD
    with serve_media(CERTIFICATE) as safe:
        safe.files["/a.mp3"] = to(f"{host.url}/b.mp3")

        assert fault(f"{safe.url}/a.mp3") == (
            "it redirects from https to http, which apps refuse. Let it lead to https."
        )
    assert host.requests == []


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("/a.mp3", "its redirects lead in a circle. Correct the address."),
        ("/b.mp3", "its redirects lead in a circle. Correct the address."),
        ("//[::1/a.mp3", "it redirects to no address. Correct it there."),
        ("ftp://127.0.0.1/a.mp3", "it redirects to no address of the web. Correct it there."),
        ("file:///etc/passwd", "it redirects to no address of the web. Correct it there."),
        (
            "http://me:secret@127.0.0.1/a.mp3",
            "it redirects to an address with a name or a password in it. "
            "Let the file be read without.",
        ),
    ],
)
def test_a_redirect_that_leads_nowhere_is_told(host: MediaHost, target: str, message: str) -> None:
    host.files["/a.mp3"] = to(target)
    host.files["/b.mp3"] = to("/a.mp3")

    assert fault(f"{host.url}/a.mp3") == message


def test_redirects_without_end_are_given_up(host: MediaHost) -> None:
    for number in range(30):
        host.files[f"/{number}.mp3"] = to(f"/{number + 1}.mp3")

    assert fault(f"{host.url}/0.mp3") == "its redirects lead in a circle. Correct the address."
    assert len(host.requests) < 15


def test_a_certificate_that_proves_nothing_is_told() -> None:
    with serve_media(CERTIFICATE) as host:
        host.files["/a.mp3"] = GOOD
        message = fault(f"{host.url}/a.mp3")

    assert message.startswith("its server does not prove who it is (self")
    assert message.endswith("). Renew its certificate, or correct the address.")


def test_a_host_that_is_not_there_is_told() -> None:
    with serve_media() as host:
        url = host.url

    assert fault(f"{url}/a.mp3") == UNREACHED
    assert fault("http://nowhere.invalid/a.mp3") == UNREACHED
    assert fault(f"http://{'a' * 64}.invalid/a.mp3") == UNREACHED


def test_what_is_no_answer_of_the_web_is_told(host: MediaHost) -> None:
    host.files["/a.mp3"] = Served(
        content=LONG, headers=(("X", "a\r\n" * 300 + "Y: " + "b" * 70_000),)
    )

    assert fault(f"{host.url}/a.mp3") == UNREACHED


def test_a_server_that_says_nothing_is_not_waited_for(
    host: MediaHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests, "TIMEOUT", 0.2)
    host.files["/a.mp3"] = Served(content=LONG, pause=60)

    assert fault(f"{host.url}/a.mp3") == f"its server does not answer within 0 seconds. {LATER}"


def test_a_server_that_drips_is_not_waited_for(
    host: MediaHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PATIENCE", 0.3)
    host.files["/a.mp3"] = Served(content=LONG, drip=0.05)

    assert fault(f"{host.url}/a.mp3") == f"its server is too slow to be measured. {LATER}"


def test_headers_that_drip_are_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=drip_headers, args=(server,))
        thread.start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/a.mp3"

        assert fault(url) == f"its server is too slow to be measured. {LATER}"
        thread.join()


def test_a_server_that_hangs_up_is_asked_again_and_then_given_up() -> None:
    seen: list[int] = []

    def hang_up() -> None:
        for number in range(3):
            server.accept()[0].close()
            seen.append(number)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=hang_up, daemon=True)
        thread.start()

        assert fault(f"http://127.0.0.1:{server.getsockname()[1]}/a.mp3") == UNREACHED
        thread.join(timeout=20)

    assert seen == [0, 1, 2]


def drip_headers(server: socket.socket) -> None:
    """Send a header that does not end, until whoever asked hangs up."""
    connection, _ = server.accept()
    with connection, contextlib.suppress(OSError):
        connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        while True:
            connection.sendall(b"a")
            time.sleep(0.02)


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_says_when_to_ask_again_is_asked_then(
    host: MediaHost, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    host.files["/a.mp3"] = Served(
        status=status, headers=(("Retry-After", "7"),), then=Served(content=LONG)
    )

    assert measure_remote(f"{host.url}/a.mp3").measured.length_bytes == len(LONG)
    assert waited == [7]


@pytest.mark.parametrize("later", ["3600", "Wed, 21 Oct 2026 07:28:00 GMT", "-1", "9" * 5000, ""])
def test_a_server_that_wants_long_to_be_left_alone_is(host: MediaHost, later: str) -> None:
    host.files["/a.mp3"] = Served(status=429, headers=(("Retry-After", later),))

    assert fault(f"{host.url}/a.mp3").startswith("its server answers 429 (Too Many Requests).")
    assert host.requests == ["HEAD /a.mp3"]


def test_a_server_that_is_always_busy_is_given_up(
    host: MediaHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)
    host.files["/a.mp3"] = Served(status=503, headers=(("Retry-After", "1"),))

    assert fault(f"{host.url}/a.mp3").startswith("its server answers 503 (Service Unavailable).")
    assert host.requests == ["HEAD /a.mp3"] * 3


@pytest.mark.parametrize("served", [Served(status=200), Served(status=206, range="bytes 0-0/0")])
def test_an_empty_file_is_called_so(host: MediaHost, served: Served) -> None:
    host.files["/a.mp3"] = served

    assert fault(f"{host.url}/a.mp3") == "it is empty. Put the file there."


def test_a_weak_tag_is_the_tag_it_weakens(host: MediaHost) -> None:
    host.files["/a.mp3"] = changed(
        headers=(("ETag", 'W/"a"'),), then=changed(headers=(("ETag", '"a"'),))
    )

    assert measure_remote(f"{host.url}/a.mp3").etag == 'W/"a"'


def test_the_unit_of_a_range_may_be_in_capitals(host: MediaHost) -> None:
    short = LONG[:6000]
    host.files["/a.mp3"] = Served(content=short, range=f"Bytes 0-5999/{len(short)}")

    assert measure_remote(f"{host.url}/a.mp3").measured.length_bytes == len(short)


def changed(**said: object) -> Served:
    return Served(**({"content": LONG} | said))  # type: ignore[arg-type]


TAG, OTHER_TAG = (("ETag", '"a"'),), (("ETag", '"b"'),)
DATE = ("Last-Modified", "Thu, 05 Feb 2026 07:30:00 GMT")
OTHER_DATE = ("Last-Modified", "Fri, 06 Feb 2026 07:30:00 GMT")
NO_RANGES = "its server does not answer byte ranges. Apps need them to seek: move it."
CHANGED = "it changed while it was measured. Try again."
ENDS_EARLY = "its server sends fewer bytes than it says. Put the whole file there."


@pytest.mark.parametrize(
    ("served", "message"),
    [
        (changed(has_ranges=False), NO_RANGES),
        (changed(has_ranges=False, head=405), NO_RANGES),
        (changed(range="bytes 5-9/100"), NO_RANGES),
        (changed(range="0-9"), NO_RANGES),
        (changed(headers=TAG, then=changed(headers=OTHER_TAG)), CHANGED),
        (changed(headers=(DATE,), then=changed(headers=(OTHER_DATE,))), CHANGED),
        (changed(headers=TAG, then=changed(headers=OTHER_TAG, has_ranges=False)), CHANGED),
        (
            changed(then=changed(content=LONG[:-9])),
            f"its server says that it has {len(LONG)} bytes, and then {len(LONG) - 9}. "
            "Let HEAD and GET say the same, and try again.",
        ),
        (
            changed(length="9"),
            f"its server says that it has 9 bytes, and then {len(LONG)}. "
            "Let HEAD and GET say the same, and try again.",
        ),
        (changed(content=LONG[:30_000], length="90000", total="90000"), ENDS_EARLY),
        (changed(length="", total="*"),
         "its server does not say how long it is. Apps need to know: fix it."),
        (changed(sent=99), ENDS_EARLY),
        (
            changed(headers=(("Content-Encoding", "gzip"),)),
            "its server packs it, so nobody knows its length. Let it send audio as it is.",
        ),
    ],
)  # fmt: skip
def test_a_server_that_contradicts_itself_is_told(
    host: MediaHost, served: Served, message: str
) -> None:
    host.files["/a.mp3"] = served

    assert fault(f"{host.url}/a.mp3") == message


def test_a_length_that_nothing_else_would_show_to_be_wrong_is_told(host: MediaHost) -> None:
    # The index of this file stands first, so that nothing is read of its end.
    index = M4A.rindex(b"moov") - 4
    whole = M4A[:36] + M4A[index:] + M4A[36:index]
    said = str(len(whole))
    host.files["/a.m4a"] = Served(content=whole[:-9000], length=said, total=said)

    assert fault(f"{host.url}/a.m4a") == ENDS_EARLY


def test_a_server_without_ranges_is_not_let_send_its_file(host: MediaHost) -> None:
    content = LONG * 40
    host.files["/a.mp3"] = Served(content=content, has_ranges=False)

    assert fault(f"{host.url}/a.mp3") == NO_RANGES
    # What was on its way when we hung up lies in the buffers of this machine.
    assert host.sent < len(content) / 3


def test_machines_behind_one_address_may_tag_a_file_differently(host: MediaHost) -> None:
    host.files["/a.mp3"] = changed(headers=(*TAG, DATE), then=changed(headers=(*OTHER_TAG, DATE)))

    assert measure_remote(f"{host.url}/a.mp3").etag == '"a"'


def test_an_unknown_total_does_not_matter_where_the_length_was_told(host: MediaHost) -> None:
    host.files["/a.mp3"] = changed(total="*")

    assert measure_remote(f"{host.url}/a.mp3").measured.length_bytes == len(LONG)
