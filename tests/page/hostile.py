"""Texts that somebody might write, or paste, or put into a file by hand."""

from __future__ import annotations

from hypothesis import strategies as st

HOSTILE = (
    "<script>alert(1)</script>",
    "</style></title></textarea><img src=x onerror=alert(1)>",
    "]]> <!-- --> <![CDATA[ & &amp; &lt; &#0;",
    '" onmouseover="alert(1)" \'',
    "*a* _b_ **c** `d` ``e`` ~~f~~ [g](http://h) ![i](j) <k> # l | m",
    "# heading",
    "> quote\n- item\n+ item\n1. one\n2) two\n===\n---\n***\n~~~\n```",
    "    four spaces\n\n\n\nmany lines\\\nend  ",
    "https://example.org www.example.org a@example.org",
    "[^1]: note\n[a]: http://b\n$x$ ^y^ :smile: \\",
    "\u202eturned \u2066round\u200f \u061c",
    "👩\u200d👩\u200d👧 ❤️ Å\u030a \u0301 日本語",
    "\x00\x1b[31m\x07\x9b\ufffe\uffff\U0001ffff\ud800",
    "line\u2028line\u2029line\x85line\x0bline\x0cline\r\nline",
    "w" * 20_000,
    "many words " * 1_800,
)
WORDS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.text(st.sampled_from(list("<>&\"'*_`#[]()!-+=|~\\123. \n:/@$^{}ab")), max_size=40),
)
