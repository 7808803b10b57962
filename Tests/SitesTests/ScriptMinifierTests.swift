import Testing

@testable import Sites

@Suite struct ScriptMinifierTests {
  private func minified(_ text: String) -> String {
    String(decoding: ScriptMinifier.minify(Array(text.utf8), byFrequency: false), as: UTF8.self)
  }

  private func expect(_ source: String, _ wanted: String, _ location: SourceLocation) {
    #expect(minified(source) == wanted + "\n", sourceLocation: location)
    #expect(minified(wanted + "\n") == wanted + "\n", "what is small stays", sourceLocation: location)
  }

  @Test(arguments: [
    ("// head\nfoo( 1 , 2 ) ; /* tail */", "foo(1,2)"),
    ("if (x) {\n  y()\n} else z()\n", "if(x){y()}else z()"),
    ("typeof x in y, a instanceof b, void 0", "typeof x in y,a instanceof b,void 0"),
    ("a + +b - -c + ++d - --e", "a+ +b- -c+ ++d- --e"),
    ("1 .toFixed(), 1..toFixed(), 0x1F .toString()", "1 .toFixed(),1. .toFixed(),0x1F .toString()"),
    ("x = `a  ${ b + `c ${ d }` } // e`", "x=`a  ${b+`c ${d}`} // e`"),
    ("x = 'a \\' // b' + \"/* c */\"", "x='a \\' // b'+\"/* c */\""),
    ("var a = 1\nvar b = 2\nlet c = 3; let d", "var a=1,b=2;let c=3,d"),
    ("for (;;) ;\nwhile (x) ;\nif (y) ; else ;", "for(;;);while(x);if(y);else;"),
    ("do x(); while (y) z()", "do x();while(y);z()"),
    ("/*! licence */ f() //! more\ng()", "/*! licence */f();//! more\ng()"),
    ("f() /* @license MIT */", "f()/* @license MIT */"),
    ("有效 = { 现行: '甲  乙' }", "有效={现行:'甲  乙'}"),
    ("\u{FEFF}a\u{A0}=\u{3000}1", "a=1"),
  ]) func `takes out comments and white space`(_ source: String, _ wanted: String) {
    expect(source, wanted, #_sourceLocation)
  }

  @Test(arguments: [
    ("a\nb", "a;b"), ("a\n(b)", "a(b)"), ("a\n++b", "a;++b"), ("a /* x\n */ ++b", "a;++b"),
    ("a /* x */ ++\nb", "a++;b"),
    ("function f() { return\nx }", "function f(){return;x}"),
    ("x: while (y) { break\nx\ncontinue x }", "x:while(y){break;x;continue x}"),
    ("throw a // b\nc", "throw a;c"), ("var a\nvar b = a\n[c] = d", "var a,b=a[c]=d"),
    ("class A { a\nb = 1;\n*c() {}\nstatic\nd\nget\ne() {} }", "class A{a;b=1;*c(){}static d;get e(){}}"),
    ("class A { async\na() {}\nget\n*b() {} }", "class A{async;a(){}get;*b(){}}"),
    ("let x = () => {}\n/a/g.test(b)", "let x=()=>{};/a/g.test(b)"),
    ("x\n\u{2028}++\u{2029}y", "x;++y"),
  ]) func `ends statements where a line ended them`(_ source: String, _ wanted: String) {
    expect(source, wanted, #_sourceLocation)
  }

  @Test(arguments: [
    ("a = b / c / d", "a=b/c/d"), ("a = b / /c/ / d", "a=b/ /c/ /d"),
    ("a = /[/]\\//g.exec(b)", "a=/[/]\\//g.exec(b)"),
    ("if (a) /b/.test(c)", "if(a)/b/.test(c)"), ("(a) / b / c", "(a)/b/c"), ("a = {} / b", "a={}/b"),
    ("{}\n/a/.test(b)", "{}/a/.test(b)"),
    ("a++ / b / c", "a++/b/c"), ("typeof /a/", "typeof/a/"), ("/a/ in b", "/a/ in b"),
    ("`${a}` / b / c", "`${a}`/b/c"),
    ("x = function () {} / 1", "x=function(){}/1"), ("function f() {}\n/a/g", "function f(){}/a/g"),
    ("a = b\n/c/d", "a=b/c/d"),
    ("async () => { await /a/g }", "async()=>{await/a/g}"),
    ("var await; await / a / g", "var await;await/a/g"),
    ("function* f() { yield /a/ }", "function*f(){yield/a/}"), ("yield\n/a/g", "yield/a/g"),
    ("x = a ? /=/ : b /= c", "x=a?/=/:b/=c"),
  ]) func `tells division from regular expressions`(_ source: String, _ wanted: String) {
    // A module or script of which only the last is not known to be either.
    if source.hasPrefix("var await") {
      #expect(minified(source) == source)
    } else {
      expect(source, wanted, #_sourceLocation)
    }
  }

  @Test(arguments: [
    ("(first, second) => first + second", "(a,b)=>a+b"),
    (
      "function keep(value) { const inner = value * value; return inner + other }",
      "function keep(a){const b=a*a;return b+other}"
    ),
    ("export const keep = 1; const gone = keep; use(gone)", "export const keep=1;const i=keep;use(i)"),
    (
      "export { gone as kept, own }; const gone = 1, own = 2, mine = 3; f(mine)",
      "export{gone as kept,own};const gone=1,own=2,i=3;f(i)"
    ),
    (
      "import { x as first } from './x.js'; const y = first; f(y)",
      "import{x as first}from'./x.js';const i=first;f(i)"
    ),
    ("x => ({ x, y: x.z, [x]: { x } })", "a=>({x:a,y:a.z,[a]:{x:a}})"),
    (
      "({ first, second: [third = 1, ...rest], ...others }) => first + third + rest + others",
      "({first:a,second:[b=1,...c],...d})=>a+b+c+d"
    ),
    (
      "f(() => { let x, y; ({ x = 1, y } = z); [x, y] = [y, x] })",
      "f(()=>{let a,b;({x:a=1,y:b}=z);[a,b]=[b,a]})"
    ),
    ("(first => { const second = 1; return third => first + third })", "(a=>{const b=1;return b=>a+b})"),
    ("(outer => inner => a + outer)", "(b=>c=>a+b)"),
    (
      "f(class Name { #field = 1; #other() { return Name.x + this.#field } })",
      "f(class a{#a=1;#b(){return a.x+this.#a}})"
    ),
    (
      "try { f() } catch (error) { const text = error.message; g(text) }",
      "try{f()}catch(a){const b=a.message;g(b)}"
    ),
    ("{ for (const item of list) { const it = item; f(it) } }", "{for(const a of list){const b=a;f(b)}}"),
    ("async(1); async => 1; (async (name) => name)", "async(1);async=>1;(async(a)=>a)"),
    (
      "label: for (const label of labels) { f(label); continue label }",
      "label:for(const a of labels){f(a);continue label}"
    ),
    ("(function name() { return name })", "(function a(){return a})"),
    (
      "(value => function () { return arguments.length + value })",
      "(a=>function(){return arguments.length+a})"
    ),
  ]) func `gives short names to what no other script sees`(_ source: String, _ wanted: String) {
    #expect(minified(source) == wanted + "\n")
  }

  @Test(arguments: [
    // The outermost names of a script are global.
    "var value=1;function name(){}let other",
    // One name for two variables, by the rules of old scripts.
    "function f(){try{}catch(error){var error=1}return error}",
    "function f(){{function inner(){}}return inner}",
    // Names that mean something.
    "(()=>{let arguments_=arguments;return undefined})()".replacing(
      "let arguments_=arguments;return ", with: "return arguments,"),
    "__proto__=>({__proto__})",
    // Anything may be used.
    "(value=>{const inner=value;eval('inner')})",
  ]) func `keeps names that others see or that mean two things`(_ source: String) {
    #expect(minified(source) == source + "\n")
  }

  @Test func `keeps a parameter and the variable of its body the same`() {
    #expect(
      minified("(function (value = 1, inner = () => value) { var value; return inner })")
        == "(function(a=1,b=()=>a){var a;return b})\n")
    #expect(minified("((value, other) => { var next = 1; return next })") == "((a,b)=>{var c=1;return c})\n")
  }

  @Test func `never lets an inner name hide an outer one that is used`() {
    let source =
      "(() => { const one = f; return two => { const three = two; return () => one(two, three) } })()"
    #expect(minified(source) == "(()=>{const a=f;return b=>{const c=b;return()=>a(b,c)}})()\n")
    #expect(minified("(one => { two => { a + b + one + two } })") == "(c=>{d=>{a+b+c+d}})\n")
  }

  @Test func `shortens only the properties that a comment declares`() {
    let source =
      "/* @mangle-props inner second */ f({ inner: 1, second, other: x.inner?.second, 'inner': 2, at: x.other }, class { get inner() { } })"
    #expect(minified(source) == "f({a:1,b:second,other:x.a?.b,'inner':2,at:x.other},class{get a(){}})\n")
    #expect(minified("/* @mangle-props inner */ (({ inner }) => inner)(x)") == "(({a})=>a)(x)\n")
  }

  @Test(arguments: [
    "let x = ", "x = 'a", "x = `a", "x = /a", "/* a", "f(", "}", "with (a) b()", "<!-- a", "a\n--> b",
    "#!/usr/bin/env node\nf()", "@x class A {}",
    "l\\u0065t x", "a = <b/>", "type A = string", "await x", "x = 08.5.6.7a b", "f() g()", "\u{0}",
  ]) func `leaves a script alone that it does not understand`(_ source: String) {
    #expect(minified(source) == source)
  }

  @Test func `does not fall over what is nested without end`() {
    for (open, close) in [
      ("(", ")"), ("[", "]"), ("{", "}"), ("(a=", ")=>1"), ("async(a=", ")=>1"), ("`${", "}`"), ("if(a)", ""),
      ("x=>", "x"), ("!", "x"), ("a?b:", "c"),
    ] {
      let source =
        String(repeating: open, count: 5000)
        + String(repeating: close, count: close == "x" || close == "c" ? 1 : 5000)
      let out = minified(source)
      #expect(out == source || out == source + "\n")
    }
    let chain = String(repeating: "else if(a)b();", count: 5000)
    #expect(minified("if(a)b();" + chain) == "if(a)b();" + chain.dropLast() + "\n")
  }

  @Test(arguments: ["", " \n", "// only words"]) func `makes nothing of nothing`(_ source: String) {
    #expect(minified(source) == "")
  }
}
