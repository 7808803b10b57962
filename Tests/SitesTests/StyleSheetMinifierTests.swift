import Testing

@testable import Sites

@Suite struct StyleSheetMinifierTests {
  private func minified(_ text: String) -> String {
    String(decoding: StyleSheetMinifier.minify(Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("a {\n  color: red;\n  margin: 0 auto;\n}\n", "a{color:red;margin:0 auto}"),
    ("/* head */\na, b > c { color: red } /* tail */", "a,b>c{color:red}"),
    (
      "@media (min-width: 40em) and (min-height: 30em) { a { b: c } }",
      "@media (min-width:40em) and (min-height:30em){a{b:c}}"
    ),
    ("a :hover, a:hover { b: c }", "a :hover,a:hover{b:c}"),
    ("a + b ~ c * { d: calc(1px + 2px - 3px) }", "a + b ~ c *{d:calc(1px + 2px - 3px)}"),
    ("@page :right { @top-left { content: \"\" } }", "@page :right{@top-left{content:\"\"}}"),
    (":root { --light: ; --dark: initial; --none: ; }", ":root{--light: ;--dark:initial;--none: ;}"),
    ("a { b: var(--x, var(--y, 1) var(--z, 2)) }", "a{b:var(--x,var(--y,1) var(--z,2))}"),
    ("a { content: \"x  /* y */ ; } \\\" z\" / \"\" }", "a{content:\"x  /* y */ ; } \\\" z\" / \"\"}"),
    ("a { b: url( x//y;z.svg ) no-repeat }", "a{b:url( x//y;z.svg ) no-repeat}"),
    ("a { b: URL(\"x y\") }", "a{b:URL(\"x y\")}"),
    ("a\\: b, a\\> c, .\\31 2 { d: e }", "a\\: b,a\\> c,.\\31 2{d:e}"),
    ("a/**/b { c: d/* */e }", "a/**/b{c:d/**/e}"),
    ("/*! licence */ a { b: c }", "/*! licence */ a{b:c}"),
    ("a { font: 1rem/1.5 \"甲  乙\", serif }", "a{font:1rem/1.5 \"甲  乙\",serif}"),
    ("@font-face { src: local(\"A\"), local(\"仿宋\") }", "@font-face{src:local(\"A\"),local(\"仿宋\")}"),
  ]) func `keeps what a style sheet says in fewer bytes`(_ source: String, _ wanted: String) {
    #expect(minified(source) == wanted + "\n")
    #expect(minified(wanted + "\n") == wanted + "\n")
  }

  @Test(arguments: ["a { b: \"c", "a { b: 'c\n' }", "a { /* b }", "a { b: url(c", "/*", "/*/"])
  func `leaves a sheet alone that it does not understand`(_ source: String) {
    #expect(minified(source) == source)
  }

  @Test(arguments: ["", " \n", "/* only words */"]) func `makes nothing of nothing`(_ source: String) {
    #expect(minified(source) == "")
  }
}
