"""How the page looks: on a phone, on a desk, by day, by night, and on paper. Nothing comes from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

LIGHT = {
    "paper": "#fbf8f2",
    "leaf": "#f3ede2",
    "ink": "#2d2823",
    "soft": "#665c52",
    "line": "#ddd3c4",
    "ember": "#8f5713",
    "glow": "#efdcbc",
}
"""By day, and on paper."""
DARK = {
    "paper": "#1b1816",
    "leaf": "#262220",
    "ink": "#ece4d8",
    "soft": "#b5a999",
    "line": "#403933",
    "ember": "#e2ae5f",
    "glow": "#4a3a22",
}
"""By night."""


def _variables(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colours.items())


_RULES = """
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:anywhere;
 font:1.0625rem/1.6 "Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,Georgia,
 "Noto Serif",serif}
main{max-width:46rem;margin:0 auto;padding:4.5rem 1.5rem 4rem}
.small,figcaption,time,cite,.key-words,footer,.cadence,.said,.who{
 font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;font-style:normal}
header{text-align:center;margin-bottom:4rem}
.names{margin:0 0 .6rem;color:var(--ember);font-size:1.3rem;font-style:italic}
h1{margin:0;font-size:2.6rem;line-height:1.15;font-weight:400;letter-spacing:-.01em}
.small{color:var(--soft);font-size:.875rem}
header .small{margin:1.2rem 0 .5rem}
h2{margin:4rem 0 1.4rem;font-size:1.45rem;font-weight:400;display:flex;align-items:baseline;gap:1rem}
h2::after{content:"";flex:1;border-bottom:1px solid var(--line)}
h3{margin:2rem 0 .7rem;font-size:1.125rem;font-weight:400;font-style:italic}
p{margin:0 0 .6rem}
svg{display:block;overflow:visible;width:100%;height:auto}
.kind{text-align:center;font-size:1.2rem;font-style:italic;color:var(--soft)}
.year{display:flex;flex-wrap:wrap;justify-content:center;gap:.9rem}
.quarter{width:calc(25% - .68rem);margin:0;padding:.5rem .25rem;border-radius:.5rem}
.quarter figcaption{margin-top:.4rem;text-align:center;font-size:.78rem;color:var(--soft)}
.mine{background:var(--leaf)}
.mine figcaption{color:var(--ink);font-weight:600}
.keys{display:flex;flex-wrap:wrap;align-items:center;justify-content:center;gap:.3rem .6rem;margin-top:.9rem}
.key{width:65px;height:13px}
.one{width:13px;margin-left:.8rem}
.key-words{font-size:.78rem;color:var(--soft)}
circle{fill:var(--ember)}
.l0{fill:var(--soft);opacity:.75}
.rest{stroke:var(--soft);stroke-width:1.4;stroke-linecap:round;fill:none}
.months{width:auto;max-width:100%;margin:0 auto}
.then{fill:none;stroke:var(--ember);stroke-width:1.4}
.list{list-style:none;margin:0;padding:0}
.list>li{display:grid;grid-template-columns:6.2rem 1fr;gap:0 1rem;padding:.55rem 0;break-inside:avoid}
time{color:var(--soft);font-size:.875rem;line-height:1.7rem}
.title{margin:0;white-space:pre-line}
.text{margin:.1rem 0 0;color:var(--soft);font-size:.97rem;white-space:pre-line}
.remark{margin:.5rem 0 0;padding-left:.9rem;border-left:2px solid var(--glow);white-space:pre-line}
.who{color:var(--soft);font-size:.82rem}
blockquote{position:relative;margin:0 0 1.8rem;break-inside:avoid}
blockquote p::before{content:"“";position:absolute;left:-.55em;color:var(--ember)}
.along p::before,.plain p::before{content:none}
blockquote p{margin:0;font-size:1.25rem;line-height:1.5;white-space:pre-line}
blockquote .long{font-size:1.0625rem;line-height:1.6}
cite{display:block;margin-top:.3rem;color:var(--soft);font-size:.82rem}
.waves{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:2.2rem 2.2rem}
.waves+p{margin-top:2rem}
.waves>figure{margin:0;break-inside:avoid}
.waves figcaption{margin-bottom:.5rem;font-size:1rem;font-family:inherit}
.cadence{color:var(--soft);font-size:.82rem;margin-left:.4rem}
.said{display:block;margin:.45rem 0 0;color:var(--soft);font-size:.82rem}
.sea{width:100%}
.wave{fill:none;stroke:var(--ember);stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round}
.wave.resting{stroke:var(--soft);stroke-width:1.8;stroke-dasharray:.1 6}
.wave.open{stroke:var(--soft);stroke-width:1.4;stroke-dasharray:5 5;opacity:.8}
.below{fill:var(--glow);opacity:.6;stroke:none}
.below.resting,.below.open{opacity:.28}
.ground{stroke:var(--line);stroke-width:1;fill:none}
.answers{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:1rem 2rem}
.answers>div,.asked{break-inside:avoid}
.answers p{margin:0;white-space:pre-line}
.along{margin:2.5rem 0 0;padding:2.2rem 1.5rem;text-align:center;background:var(--leaf);border-radius:.6rem;
 break-inside:avoid}
.along blockquote{margin:0}
.along blockquote p{font-size:1.5rem;font-style:italic}
.along p.small{margin:1rem 0 0}
footer{margin-top:5rem;padding-top:1.4rem;border-top:1px solid var(--line);color:var(--soft);
 font-size:.8rem;line-height:1.55}
footer dl{display:grid;grid-template-columns:8.5rem 1fr;gap:.25rem 1rem;margin:.8rem 0 0}
footer dt{color:var(--ink)}
footer dd{margin:0}
@media (max-width:40rem){
 main{padding:2.6rem 1.25rem 3rem}
 header{margin-bottom:2.8rem}
 h1{font-size:2rem}
 h2{margin-top:3rem}
 .year{gap:.6rem}
 .quarter{width:calc(50% - .3rem)}
 .list>li{grid-template-columns:1fr;padding:.6rem 0}
 footer dl{grid-template-columns:1fr;gap:0}
 footer dd{margin-bottom:.6rem}
}
@media print{
 html{font-size:9.5pt;color-scheme:light}
 body{background:none;-webkit-print-color-adjust:exact;print-color-adjust:exact;orphans:3;widows:3}
 main{max-width:none;padding:0 .8rem}
 header{margin-bottom:2rem}
 h2{margin:1.9rem 0 .8rem}
 .list>li{padding:.35rem 0}
 blockquote{margin-bottom:1.1rem}
 .waves{gap:1.1rem 2rem}
 .waves+p{margin-top:1.1rem}
 .along{margin-top:1.2rem;padding:1.4rem 1.2rem}
 h2,h3{break-after:avoid}
 .year,.keys,.waves{break-inside:avoid}
 footer{margin-top:2rem;padding-top:1rem;break-inside:avoid}
}
@page{margin:16mm 17mm}
"""

SHEET = (
    f":root{{{_variables(LIGHT)}}}\n"
    f"@media screen and (prefers-color-scheme:dark){{:root{{{_variables(DARK)}}}}}{_RULES}"
)
"""The whole stylesheet."""
